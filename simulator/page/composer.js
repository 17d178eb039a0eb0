/* How does a person write: text, files, albums, sample photos, replies, edits, the reply keyboard? */

import { base64Of, read, sampleAddress, sampleData } from "/page/api.js";
import { make } from "/page/dom.js";

export class Composer {
  constructor(root, doings) {
    const find = (selector) => root.querySelector(selector);
    Object.assign(this, {
      doings,
      form: find(".composer"), field: find("textarea"), picker: find(".attach input"), asFile: find(".as-file input"),
      reply: find(".replying"), tray: find(".samples"), trayButton: find(".tray"), keys: find(".keyboard"),
    });
    this.replyTo = this.editing = null;
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.submit(); });
    this.field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.submit(); }
    });
    this.field.addEventListener("input", () => this.grow());
    this.picker.addEventListener("change", () => this.sendFiles([...this.picker.files]));
    this.reply.querySelector("button").addEventListener("click", () => this.aim());
    this.trayButton.addEventListener("click", () => { this.tray.hidden = !this.tray.hidden; });
    this.fillTray();
  }

  grow() {
    this.field.rows = Math.min(5, this.field.value.split("\n").length);
  }

  aim({ replyTo = null, editing = null } = {}) {
    Object.assign(this, { replyTo, editing });
    const target = (replyTo ?? editing)?.message;
    this.reply.hidden = !target;
    this.reply.querySelector("span").textContent = target ? `${editing ? "Sunting" : "Balas"}: ${target.text ?? target.caption ?? "pesan"}` : "";
    if (editing) this.field.value = target.text ?? target.caption ?? "";
    if (target) this.field.focus();
  }

  place() {
    return this.replyTo ? { reply_to: this.replyTo.id } : {};
  }

  async submit() {
    const text = this.field.value.trim();
    if (!text) return;
    const { editing } = this;
    const place = this.place();
    this.field.value = "";
    this.grow();
    this.aim();
    if (editing) await this.doings.act("edit", { message_id: editing.id, text });
    else await this.doings.act("send", { text, ...place });
  }

  async sendFiles(files) {
    this.picker.value = "";
    const items = await Promise.all(files.map(async (file) => ({
      data: await base64Of(file), file_name: file.name, mime_type: file.type,
      kind: this.asFile.checked || !/^image\/(jpeg|png|webp)$/.test(file.type) ? "document" : "photo",
    })));
    await this.sendItems(items);
  }

  async sendItems(items) {
    const caption = this.field.value.trim();
    this.field.value = "";
    if (items.length && caption) items[0].caption = caption;
    const place = this.place();
    this.aim();
    for (const kind of ["photo", "document"]) {
      const same = items.filter((item) => item.kind === kind);
      for (let start = 0; start < same.length; start += 10) {
        const group = same.slice(start, start + 10);
        if (group.length > 1) await this.doings.act("album", { items: group, ...place });
        else await this.doings.act(kind, { ...group[0], ...place });
      }
    }
  }

  async fillTray() {
    const { samples } = await read("samples");
    this.trayButton.hidden = samples.length === 0;
    this.tray.replaceChildren(...samples.map((name) => make("button", {
      type: "button", class: "sample", test: "sample", title: "Klik: kirim sebagai foto. Shift+klik: kirim sebagai file", "data-name": name,
      on: { click: (event) => this.sendSample(name, event.shiftKey || this.asFile.checked) },
    }, make("img", { src: sampleAddress(name), alt: name, loading: "lazy" }), make("small", { textContent: name }))));
  }

  async sendSample(name, asFile) {
    this.tray.hidden = true;
    const type = `image/${name.split(".").at(-1).toLowerCase().replace("jpg", "jpeg")}`;
    await this.sendItems([{ data: await sampleData(name), file_name: name, mime_type: type, kind: asFile ? "document" : "photo" }]);
  }

  showKeyboard(keyboard) {
    const rows = keyboard?.keyboard ?? [];
    this.keys.hidden = rows.length === 0;
    this.keys.replaceChildren(...rows.map((row) => make("div", { class: "row" }, ...row.map((button) => make("button", {
      type: "button", test: "reply-button", textContent: button.text,
      "data-label": button.text, on: { click: () => this.doings.act("tap", { label: button.text }) },
    })))));
    this.field.placeholder = keyboard?.input_field_placeholder ?? "Tulis pesan…";
    if (keyboard?.force_reply && this.forced !== keyboard.message_id) {
      this.forced = keyboard.message_id;
      this.doings.replyTo(keyboard.message_id);
    }
  }
}
