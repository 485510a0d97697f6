// 提交: drag and drop, a list of what was chosen, and a word before a file too large goes out in vain.
const form = document.getElementById("upload");
const input = document.getElementById("files");
const text = document.getElementById("text");
const drop = document.getElementById("drop");
const list = drop.querySelector(".chosen");
const fault = document.getElementById("files-fault");
const working = form.querySelector(".working");
const limits = { file: Number(form.dataset.fileBytes), request: Number(form.dataset.requestBytes), files: Number(form.dataset.files) };

const megabytes = bytes => `${Math.round(bytes / 1048576)} MB`;
const size = bytes => (bytes < 1024 ? `${bytes} 字节` : bytes < 1048576 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`);

function problemOf(files) {
  const large = files.find(file => file.size > limits.file);
  if (files.length > limits.files) {
    return `选了 ${files.length} 个文件，一次最多 ${limits.files} 个，请分批提交。`;
  }
  if (large) {
    return `“${large.name}”超过 ${megabytes(limits.file)}，请确认没有选错；扫描件请降低分辨率后再试。`;
  }
  return files.reduce((sum, file) => sum + file.size, 0) > limits.request ? `文件合计超过 ${megabytes(limits.request)}，请分批提交。` : "";
}

function show() {
  const files = [...input.files];
  list.replaceChildren(...files.map(file => {
    const line = document.createElement("li");
    const bytes = document.createElement("span");
    bytes.className = "size";
    bytes.textContent = size(file.size);
    line.append(file.name, bytes);
    return line;
  }));
  fault.textContent = problemOf(files);
}

drop.querySelector(".drop-words").hidden = false;
input.addEventListener("change", show);

for (const name of ["dragenter", "dragover"]) {
  drop.addEventListener(name, event => {
    event.preventDefault();
    drop.classList.add("over");
  });
}
for (const name of ["dragleave", "drop"]) {
  drop.addEventListener(name, () => drop.classList.remove("over"));
}
drop.addEventListener("drop", event => {
  event.preventDefault();
  if (event.dataTransfer.files.length > 0) {
    input.files = event.dataTransfer.files;
    show();
  }
});

form.addEventListener("submit", event => {
  const files = [...input.files];
  const problem = files.length === 0 && text.value.trim() === "" ? "请选择要检查的文件，或者在下面粘贴报告文字。" : problemOf(files);
  fault.textContent = problem;
  if (problem) {
    event.preventDefault();
    input.focus();
    return;
  }
  working.textContent = "正在读取和核对，请稍候…";
  form.querySelector("button[type=submit]").setAttribute("aria-disabled", "true");
});

// Coming back with the browser's own button must not leave the page saying that it works.
addEventListener("pageshow", () => {
  working.textContent = "";
  form.querySelector("button[type=submit]").removeAttribute("aria-disabled");
});
