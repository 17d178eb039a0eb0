/* How are elements made and questions asked, without ever turning text into HTML? */

export const byId = (id) => document.getElementById(id);

export function make(tag, fields = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(fields)) {
    if (name === "on") Object.entries(value).forEach(([event, handler]) => element.addEventListener(event, handler));
    else if (name === "test") element.dataset.testid = value;
    else if (name === "class") element.className = value;
    else if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/* Fill a <select> only when it changed, so that an open one stays open. */
export function fill(select, options, chosen) {
  const wanted = JSON.stringify(options);
  if (select.dataset.options !== wanted) {
    select.dataset.options = wanted;
    select.replaceChildren(...options.map(([value, label]) => make("option", { value, textContent: label })));
  }
  if (chosen != null) select.value = String(chosen);
}

export function ask(question, value = "") {
  const dialog = byId("ask");
  const input = dialog.querySelector("input");
  dialog.querySelector("span").textContent = question;
  input.value = value;
  dialog.returnValue = "";
  dialog.showModal();
  input.select();
  return new Promise((done) => dialog.addEventListener(
    "close", () => done(dialog.returnValue === "yes" ? input.value.trim() : ""), { once: true }));
}

export function alertBox(text) {
  const dialog = byId("alert");
  dialog.querySelector("p").textContent = text;
  if (!dialog.open) dialog.showModal();
}

export function enlarge(source, isShut) {
  const dialog = byId("enlarged");
  const image = dialog.querySelector("img");
  image.src = source;
  image.oncontextmenu = image.ondragstart = (event) => !isShut || event.preventDefault();
  dialog.onclick = () => dialog.close();
  dialog.showModal();
}

export function showError(error) {
  if (error.name === "AbortError") return;
  const line = make("p", { class: "page-error", textContent: error.message });
  document.body.append(line);
  setTimeout(() => line.remove(), 4000);
}
