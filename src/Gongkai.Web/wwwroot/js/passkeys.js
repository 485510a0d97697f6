// 通行密钥: asks the browser for a key or a signature and hands the answer to the site; without scripts there is the password.
const token = () => document.querySelector("input[name=__RequestVerificationToken]")?.value ?? "";
const fault = document.getElementById("passkey-fault");

async function post(address, body) {
  const answer = await fetch(address, { method: "POST", headers: { "RequestVerificationToken": token(), "Content-Type": "application/json" }, body: JSON.stringify(body ?? {}) });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => null);
    throw new Error(problem?.detail ?? "没有成功，请重试。");
  }
  return answer.status === 204 ? null : answer.json();
}

async function attempt(work) {
  fault.textContent = "";
  try {
    await work();
  } catch (error) {
    fault.textContent = error.name === "NotAllowedError" ? "已取消，或者等待时间过长，请重试。" : error.message;
  }
}

if (window.PublicKeyCredential?.parseCreationOptionsFromJSON) {
  const add = document.getElementById("passkey-add");
  add?.removeAttribute("hidden");
  add?.addEventListener("submit", event => {
    event.preventDefault();
    attempt(async () => {
      const options = PublicKeyCredential.parseCreationOptionsFromJSON(await post("/office/account/passkeys/options"));
      const credential = await navigator.credentials.create({ publicKey: options });
      await post("/office/account/passkeys?name=" + encodeURIComponent(new FormData(add).get("name")), credential.toJSON());
      location.reload();
    });
  });

  const enter = document.getElementById("passkey-sign-in");
  enter?.removeAttribute("hidden");
  enter?.addEventListener("click", () => attempt(async () => {
    const options = PublicKeyCredential.parseRequestOptionsFromJSON(await post("/office/sign-in/passkey/options"));
    const credential = await navigator.credentials.get({ publicKey: options });
    await post("/office/sign-in/passkey", credential.toJSON());
    location.href = enter.dataset.return?.startsWith("/office") ? enter.dataset.return : "/office";
  }));
}
