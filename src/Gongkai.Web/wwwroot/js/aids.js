// 无障碍工具条: read aloud, size, contrast, pointer, reading line; every button sets the field of the display form that says the same.
const root = document.documentElement;

export function furnishBar(bar, form, apply) {
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "无障碍工具条");
  const buttons = [
    button("朗读", toggleReading),
    button("字号＋", () => step(1)),
    button("字号－", () => step(-1)),
    button("高对比", () => choose("theme", root.dataset.theme === "contrast" ? "auto" : "contrast"), () => root.dataset.theme === "contrast"),
    button("大光标", () => toggle("pointer"), () => has("pointer")),
    button("阅读线", () => toggle("line"), () => has("line")),
    button("键盘说明", () => { location.href = "/accessibility#keys"; }),
    button("退出", () => { stop(); setAid("line", false); choose("mode", "standard"); }),
  ];
  bar.append(...buttons.map(one => one.element));
  if (!("speechSynthesis" in window)) {
    buttons[0].element.hidden = true;
  }

  const line = document.createElement("div");
  line.className = "reading-line";
  line.setAttribute("aria-hidden", "true");
  line.hidden = true;
  document.body.append(line);
  const follow = y => { line.style.top = `${y}px`; };
  document.addEventListener("pointermove", event => follow(event.clientY + 14));
  document.addEventListener("focusin", event => follow(event.target.getBoundingClientRect().bottom + 2));

  // A toolbar is one stop of the Tab key; arrows move within it.
  let current = 0;
  const shown = () => buttons.map(one => one.element).filter(one => !one.hidden);
  bar.addEventListener("keydown", event => {
    const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (move) {
      const all = shown();
      current = (all.indexOf(document.activeElement) + move + all.length) % all.length;
      all.forEach((one, i) => { one.tabIndex = i === current ? 0 : -1; });
      all[current].focus();
      event.preventDefault();
    }
  });
  shown().forEach((one, i) => { one.tabIndex = i === 0 ? 0 : -1; });

  document.addEventListener("keydown", event => {
    if (event.altKey && event.key.toLowerCase() === "r") {
      event.preventDefault();
      toggleReading();
    }
    if (event.key === "Escape") {
      stop();
    }
  });
  document.addEventListener("displaychange", draw);
  addEventListener("pagehide", stop);
  draw();

  function draw() {
    bar.hidden = root.dataset.mode !== "accessible";
    line.hidden = !has("line");
    for (const one of buttons.filter(one => one.isOn)) {
      one.element.setAttribute("aria-pressed", one.isOn() ? "true" : "false");
    }
  }

  function button(label, act, isOn) {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = label;
    element.addEventListener("click", act);
    return { element, isOn };
  }

  function has(aid) {
    return (root.dataset.aids ?? "").split(" ").includes(aid);
  }

  function setAid(aid, on) {
    const field = form.querySelector(`[name=aids][value=${aid}]`);
    if (field) {
      field.checked = on;
    }
  }

  function toggle(aid) {
    setAid(aid, !has(aid));
    apply();
  }

  function choose(name, value) {
    const field = form.querySelector(`[name=${name}][value="${value}"]`);
    if (field) {
      field.checked = true;
      apply();
    }
  }

  function step(by) {
    const sizes = [...form.querySelectorAll("[name=size]")];
    const at = Math.max(0, sizes.findIndex(one => one.checked));
    const to = sizes[Math.min(sizes.length - 1, Math.max(0, at + by))];
    to.checked = true;
    apply();
  }

  // ---- 朗读: paragraph by paragraph, each marked while it is read.
  let queue = [];
  let marked;

  function toggleReading() {
    if (queue.length || speechSynthesis.speaking) {
      stop();
      return;
    }
    const chosen = getSelection()?.toString().trim();
    queue = chosen ? [{ text: chosen }] : [...document.querySelectorAll("#main :is(h1, h2, h3, p, li, dt, dd, th, td, caption)")]
      .filter(one => one.offsetParent && !one.querySelector("p, li, dt, dd"))
      .map(element => ({ element, text: element.innerText.trim() }))
      .filter(one => one.text);
    buttons[0].element.textContent = "停止朗读";
    next();
  }

  function next() {
    marked?.classList.remove("being-read");
    const one = queue.shift();
    if (!one) {
      stop();
      return;
    }
    marked = one.element;
    marked?.classList.add("being-read");
    marked?.scrollIntoView({ block: "nearest" });
    const said = new SpeechSynthesisUtterance(one.text);
    said.lang = "zh-CN";
    said.onend = () => queue !== null && next();
    said.onerror = stop;
    speechSynthesis.speak(said);
  }

  function stop() {
    queue = [];
    if ("speechSynthesis" in window) {
      speechSynthesis.cancel();
    }
    marked?.classList.remove("being-read");
    marked = undefined;
    buttons[0].element.textContent = "朗读";
  }
}
