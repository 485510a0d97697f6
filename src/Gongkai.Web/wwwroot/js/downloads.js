// 下载: fetches the file so that a refusal is said on this page and the result stays; without scripts the form posts by itself.
async function download(form, button) {
  const state = form.querySelector(".download-state");
  state.classList.remove("failed");
  state.textContent = `正在生成 ${button.textContent.trim()}…`;
  try {
    const body = new URLSearchParams({ carried: form.elements.carried.value, to: button.value });
    const answer = await fetch(form.action, { method: "POST", body });
    if (!answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const words = [...page.querySelectorAll(".error-page .lead, .error-page .lead + p")].map(one => one.textContent.trim()).join("");
      throw new Error(words || "没有成功，请稍后再试。");
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await answer.blob());
    link.download = nameOf(answer) ?? "年度报告";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    state.textContent = `已下载 ${link.download}`;
  } catch (error) {
    state.classList.add("failed");
    state.textContent = error instanceof TypeError ? "网络不通，没有下载成功，请再试一次。" : error.message;
  }
}

function nameOf(answer) {
  const star = /filename\*=UTF-8''([^;]+)/i.exec(answer.headers.get("Content-Disposition") ?? "");
  return star ? decodeURIComponent(star[1]) : null;
}

export function enableDownloads() {
  for (const form of document.querySelectorAll("form.downloads")) {
    form.addEventListener("submit", event => {
      event.preventDefault();
      download(form, event.submitter);
    });
    const print = form.querySelector(".print-button");
    print.hidden = false;
    print.addEventListener("click", () => window.print());
  }
}
