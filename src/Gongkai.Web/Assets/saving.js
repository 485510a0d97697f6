// 自动保存: some seconds after the last change; what the other person changed meanwhile is shown, and nothing typed is lost.
const wait = 4000;

const put = (place, html) => place.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);

export class Saving {
  #form;
  #says = document.getElementById("saving");
  #timer = 0;
  #busy = false;
  #dirty = false;
  #blocked = false;

  constructor(form) {
    this.#form = form;
    addEventListener("beforeunload", event => {
      if (this.#dirty) {
        event.preventDefault();
      }
    });
    document.addEventListener("keydown", event => {
      if ((event.ctrlKey || event.metaKey) && event.key === "s") {
        event.preventDefault();
        this.now();
      }
    });
    document.getElementById("conflict")?.addEventListener("click", event => {
      const choice = event.target.closest("[data-keep]");
      if (choice) {
        this.#blocked = false;
        document.getElementById("conflict").replaceChildren();
        this.now();
      }
    });
  }

  changed() {
    this.#dirty = true;
    this.#say("有未保存的修改");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.now(), wait);
  }

  leave() {
    this.#dirty = false;
    clearTimeout(this.#timer);
  }

  async now() {
    if (this.#busy || this.#blocked) {
      return;
    }
    clearTimeout(this.#timer);
    this.#busy = true;
    this.#dirty = false;
    this.#say("正在保存…");
    try {
      const answer = await fetch(`${location.pathname}?handler=Save`, { method: "POST", body: new FormData(this.#form), redirect: "manual", headers: { "X-Requested-With": "fetch" } });
      if (answer.ok) {
        await this.#saved(await answer.json());
      } else if (answer.status === 409) {
        await this.#refused(await answer.text());
      } else if (answer.status === 400) {
        this.#failed((await answer.json()).faults.join(" "));
      } else if (answer.type === "opaqueredirect" || answer.status === 401) {
        this.#failed("登录已过期，修改还没有保存。请在新窗口登录后，回到这里按 Ctrl+S 再保存。");
      } else {
        this.#failed("没有保存，服务器出错。您的修改还在这一页，请稍后按 Ctrl+S 再试。");
      }
    } catch {
      this.#failed("网络不通，修改还没有保存，还在这一页；通了以后会自动再存。");
      this.#timer = setTimeout(() => this.now(), 4 * wait);
    } finally {
      this.#busy = false;
    }
  }

  async #saved({ version, base, at }) {
    this.#form.elements.seen.value = version;
    this.#form.elements.base.value = base;
    this.#say(this.#dirty ? "有未保存的修改" : `${at} 已保存`);
    const checks = await fetch(`${location.pathname}?handler=Checks`);
    if (checks.ok) {
      put(document.getElementById("checks"), await checks.text());
    }
  }

  async #refused(html) {
    this.#dirty = true;
    this.#blocked = true;
    const place = document.getElementById("conflict");
    put(place, html);
    const version = place.querySelector("[data-version]")?.dataset.version;
    if (version) {
      this.#form.elements.seen.value = version;
    }
    place.scrollIntoView({ block: "nearest" });
    place.querySelector("button")?.focus();
    this.#say("没有保存：另一个人刚修改过");
  }

  #failed(words) {
    this.#dirty = true;
    this.#say(words, true);
  }

  #say(words, isFault = false) {
    this.#says.textContent = words;
    this.#says.classList.toggle("fault", isFault);
  }
}
