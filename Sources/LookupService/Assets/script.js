"use strict";
// The pages work without this. It adds answers while one types, keys, and saving without a new page: a form
// is sent as the browser would send it, and the part that changed is taken from the page that comes back.

const find = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const isTyping = (element) => element.closest("input:not([type=checkbox]), textarea, select, dialog") !== null;

// ── Answers while one types
const live = find("form[data-live]");
if (live) {
  const results = find(live.dataset.live);
  let asked = null;
  let timer = 0;
  const ask = async () => {
    const query = new URLSearchParams(new FormData(live)).toString();
    if (!live.elements.q.value.trim()) return;
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(`${live.action.split("?")[0]}?${query}`, { signal: asked.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = find(live.dataset.live, page);
      if (found) results.replaceChildren(...found.childNodes);
      history.replaceState(null, "", `?${query}`);
    } catch (error) {
      if (error.name !== "AbortError") live.submit();
    }
  };
  live.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 250);
  });
  live.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && event.target.matches("textarea")) {
      event.preventDefault();
      live.requestSubmit();
    }
  });
}

// ── Long work says that it is going on
for (const button of all("[data-busy]")) {
  button.form.addEventListener("submit", () => {
    button.textContent = button.dataset.busy;
    setTimeout(() => { button.disabled = true; });
  });
}

// ── Review
const keysOff = () => localStorage.getItem("keys") === "off";
let current = null;
let isSending = false;

const rows = () => all(".row:not(.out)");

const choose = (row, scrolls = true) => {
  if (!row) return;
  current?.classList.remove("current");
  current = row;
  row.classList.add("current");
  row.focus({ preventScroll: true });
  if (scrolls) row.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
};

const step = (by, wanted = () => true) => {
  const list = rows();
  let index = current ? list.indexOf(current) : by > 0 ? -1 : list.length;
  do { index += by; } while (list[index] && !wanted(list[index]));
  choose(list[index]);
};

const isOpen = (row) => row.dataset.open === "true";

const send = async (form, button) => {
  if (isSending) return;
  isSending = true;
  document.body.setAttribute("aria-busy", "true");
  const data = new URLSearchParams(new FormData(form, button));
  try {
    const answer = await fetch(form.action.split("#")[0], { method: "POST", body: data });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    take(page, button.value);
  } catch {
    form.submit();
  } finally {
    isSending = false;
    document.body.removeAttribute("aria-busy");
  }
};

const take = (page, operation) => {
  if (!find(".review", page)) {
    // Something else came back: show what it says.
    find("main").replaceChildren(...(find("main", page)?.childNodes ?? []));
    return;
  }
  const place = rows().indexOf(current);
  const anchor = current?.id;
  const moved = window.scrollY;
  for (const part of [".reviewhead", "#messages", ".tools", ".review", ".next"]) {
    const [here, there] = [find(part), find(part, page)];
    if (here && there) here.replaceWith(document.adoptNode(there));
  }
  current = null;
  window.scrollTo(0, moved);
  const same = anchor && document.getElementById(anchor);
  choose(same ?? rows()[Math.min(place, rows().length - 1)], false);
  const decides = ["accept", "reject", "full", "partial"].includes(operation);
  if (decides && !find("#messages .message")) step(1, isOpen);
  prepare();
};

const prepare = () => {
  const help = find("#help");
  if (help) help.hidden = false;
};

const press = (value) => {
  const button = current && find(`button[name=op][value=${value}]`, current);
  if (button && !button.disabled) send(button.form, button);
};

const tool = (value) => {
  const button = find(`.tools button[value=${value}]`);
  if (button && !button.disabled) send(button.form, button);
};

// Space marks the segments of a row; a second row makes the link.
const mark = () => {
  if (!current) return;
  const marked = all("input[form=link]:checked");
  for (const box of all("input[form=link]", current)) box.checked = marked.length > 0 || !box.checked;
  const sides = new Set(all("input[form=link]:checked").map((box) => box.name));
  if (marked.length > 0 && sides.size === 2) tool("link");
};

const open = (selector) => {
  const more = current && find(".more", current);
  if (!more) return;
  more.open = true;
  const inner = find(selector, more);
  if (!inner) return;
  if (inner.matches("details")) inner.open = true;
  find("textarea, select", inner)?.focus();
};

const actions = {
  j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1),
  n: () => step(1, isOpen), N: () => step(-1, isOpen),
  a: () => press("accept"), r: () => press("reject"), m: () => press("merge"),
  u: () => press("up"), d: () => press("down"), z: () => tool("undo"),
  s: () => open(".split"), e: () => open(".edit"), " ": mark,
  "?": () => find("#keys")?.showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !isTyping(event.target) && find("#q")) {
    event.preventDefault();
    find("#q").focus();
    return;
  }
  if (event.key === "Escape" && isTyping(event.target) && current) return choose(current, false);
  if (!find(".review") || keysOff() || isTyping(event.target)) return;
  if (event.ctrlKey && event.key === "r") {
    event.preventDefault();
    return tool("realign");
  }
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  // A button that has the focus keeps its space bar.
  if (event.key === " " && event.target.closest("button, summary, a, input")) return;
  const action = actions[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});

document.addEventListener("submit", (event) => {
  if (!event.target.matches("form.operation") || !event.submitter) return;
  event.preventDefault();
  const row = event.target.closest(".row");
  if (row) choose(row, false);
  send(event.target, event.submitter);
});

document.addEventListener("click", (event) => {
  if (event.target.closest("#help")) return find("#keys").showModal();
  const row = event.target.closest(".row:not(.out)");
  if (row && row !== current && !event.target.closest("button, summary, input, label, select, textarea")) choose(row, false);
});

const box = find("#keys-off");
if (box) {
  box.checked = keysOff();
  box.addEventListener("change", () => localStorage.setItem("keys", box.checked ? "off" : "on"));
}

if (find(".review")) {
  prepare();
  choose(location.hash ? document.getElementById(location.hash.slice(1)) : rows().find(isOpen) ?? rows()[0], Boolean(location.hash));
}
