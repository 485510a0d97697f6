// 飘窗: a topic told on a home page. Loaded before the page is drawn, so that one that was closed never shows. It floats only where there is room
// beside the text (portal.css says where); elsewhere it stays a notice in the page that can be closed.
(() => {
  const root = document.documentElement;
  const mark = document.currentScript.dataset.mark;
  const cookie = "announcements-closed";
  const closed = () => (document.cookie.match(/(?:^|; )announcements-closed=([0-9a-f.-]*)/)?.[1] ?? "").split(".").filter(Boolean);
  if (closed().includes(mark)) {
    root.dataset.announcement = "closed";
    return;
  }
  root.dataset.announcement = "open";
  const step = 24;

  function furnish(panel) {
    const close = button("announcement-close", "关闭专题提示", "×");
    const handle = button("announcement-handle", "移动专题提示：按方向键移动，按一下换一个角", "✥");
    panel.prepend(handle, close);
    const floats = () => getComputedStyle(panel).position === "fixed";

    function place(left, top) {
      const box = panel.getBoundingClientRect();
      const within = (at, size, room) => Math.max(8, Math.min(at, room - size - 8));
      panel.style.left = `${within(left, box.width, root.clientWidth)}px`;
      panel.style.top = `${within(top, box.height, window.innerHeight)}px`;
      panel.style.right = panel.style.bottom = "auto";
    }

    function shut() {
      const kept = [...closed(), mark].slice(-20).join(".");
      document.cookie = `${cookie}=${kept}; path=/; max-age=15552000; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
      root.dataset.announcement = "closed";
      document.getElementById("main")?.focus();
    }

    close.addEventListener("click", shut);
    panel.addEventListener("keydown", event => {
      if (event.key === "Escape") {
        shut();
      }
    });

    handle.addEventListener("keydown", event => {
      const by = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
      if (by && floats()) {
        event.preventDefault();
        const box = panel.getBoundingClientRect();
        place(box.left + by[0], box.top + by[1]);
      }
    });

    // Who cannot drag presses: the panel goes to the next corner.
    let corner = 3;
    let dragged = false;
    handle.addEventListener("click", () => {
      if (dragged || !floats()) {
        dragged = false;
        return;
      }
      corner = (corner + 1) % 4;
      const [right, bottom] = [[true, true], [false, true], [false, false], [true, false]][corner];
      place(right ? root.clientWidth : 0, bottom ? window.innerHeight : 0);
    });

    handle.addEventListener("pointerdown", down => {
      if (!floats() || down.button !== 0) {
        return;
      }
      const box = panel.getBoundingClientRect();
      const [x, y] = [down.clientX - box.left, down.clientY - box.top];
      handle.setPointerCapture(down.pointerId);
      const move = event => {
        dragged ||= Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > 4;
        if (dragged) {
          place(event.clientX - x, event.clientY - y);
        }
      };
      const up = () => {
        handle.removeEventListener("pointermove", move);
        handle.removeEventListener("pointerup", up);
        handle.removeEventListener("pointercancel", up);
      };
      handle.addEventListener("pointermove", move);
      handle.addEventListener("pointerup", up);
      handle.addEventListener("pointercancel", up);
    });

    addEventListener("resize", () => {
      if (!floats()) {
        panel.style.left = panel.style.top = panel.style.right = panel.style.bottom = "";
      } else if (panel.style.left) {
        const box = panel.getBoundingClientRect();
        place(box.left, box.top);
      }
    });
  }

  function button(name, label, sign) {
    const one = document.createElement("button");
    one.type = "button";
    one.className = name;
    one.setAttribute("aria-label", label);
    one.title = label;
    one.textContent = sign;
    return one;
  }

  addEventListener("DOMContentLoaded", () => document.querySelectorAll(".announcement").forEach(furnish));
})();
