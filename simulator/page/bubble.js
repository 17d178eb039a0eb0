/* How is one message drawn: its author, words, pictures, files and buttons? */

import { fileAddress } from "/page/api.js";
import { enlarge, make } from "/page/dom.js";
import { drawWords } from "/page/words.js";

const clock = new Intl.DateTimeFormat("id-ID", { timeZone: "Asia/Makassar", hour: "2-digit", minute: "2-digit" });

const SERVICE = [
  ["new_chat_members", (m) => `${m.new_chat_members.map((one) => one.first_name).join(", ")} masuk ke grup`],
  ["left_chat_member", (m) => `${m.left_chat_member.first_name} keluar dari grup`],
  ["migrate_to_chat_id", () => "Grup ini menjadi supergrup"],
  ["migrate_from_chat_id", () => "Supergrup ini dibuat dari grup lama"],
  ["forum_topic_created", (m) => `Topik “${m.forum_topic_created.name}” dibuat`],
  ["forum_topic_edited", () => "Topik diubah"],
  ["forum_topic_closed", () => "Topik ditutup"],
  ["forum_topic_reopened", () => "Topik dibuka lagi"],
];

export function serviceText(message) {
  const found = SERVICE.find(([name]) => name in message);
  return found ? found[1](message) : null;
}

/* A protected picture can be looked at, but not be dragged away, saved or copied. */
function picture(id, label, isShut) {
  const source = fileAddress(id);
  const keep = (event) => isShut && event.preventDefault();
  return make("img", { src: source, alt: label, class: "photo", test: "photo", loading: "lazy",
    on: { click: () => enlarge(source, isShut), contextmenu: keep, dragstart: keep } });
}

function size(bytes) {
  return bytes > 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.ceil(bytes / 1000)} kB`;
}

function documentOf(file) {
  const name = file.file_name ?? "berkas";
  const row = make("a", { href: fileAddress(file.file_id), download: name, class: "document", test: "document" },
    make("span", { class: "icon", textContent: "📄" }), make("span", {}, name, make("small", { textContent: size(file.file_size) })));
  return /^image\/(jpeg|png|webp)$/.test(file.mime_type ?? "") ? make("div", {}, picture(file.file_id, name), row) : row;
}

function parts(message) {
  const found = [];
  if (message.photo) found.push(picture(message.photo.at(-1).file_id, "Foto", message.has_protected_content));
  if (message.document) found.push(documentOf(message.document));
  if (message.contact) found.push(make("p", { class: "card", textContent: `👤 ${message.contact.first_name} · ${message.contact.phone_number}` }));
  if (message.location) found.push(make("p", { class: "card", textContent: `📍 ${message.location.latitude}, ${message.location.longitude}` }));
  if (message.sticker) found.push(make("p", { class: "sticker", textContent: message.sticker.emoji ?? "🙂" }));
  if (message.voice) found.push(make("p", { class: "card", textContent: `🎤 Pesan suara, ${message.voice.duration} detik` }));
  return found;
}

function head(message, post, view) {
  const found = [];
  const author = message.sender_chat?.title ?? message.from?.first_name;
  if (view.chat.type !== "private" && !post.mine) found.push(make("strong", { class: "author", textContent: author }));
  const origin = message.forward_origin;
  if (origin) {
    const name = origin.sender_user?.first_name ?? origin.sender_user_name ?? origin.sender_chat?.title ?? "";
    found.push(make("small", { class: "forwarded", textContent: `Diteruskan dari ${name}` }));
  }
  const replied = message.reply_to_message;
  if (replied && !replied.forum_topic_created) {
    const words = replied.text ?? replied.caption ?? (replied.photo ? "Foto" : "Pesan");
    found.push(make("small", { class: "quoted", textContent: words.slice(0, 80) }));
  }
  return found;
}

function inlineKeyboard(post, doings) {
  const rows = post.message.reply_markup?.inline_keyboard ?? [];
  return make("div", { class: "inline" }, ...rows.map((row) => make("div", { class: "row" }, ...row.map((button) => {
    if (button.url && doings.isOwn(button.url)) return make("button", { type: "button", class: "button", test: "button", textContent: `${button.text} ↗`, on: { click: () => doings.openOwnChat(button.url) } });
    if (button.url) return make("a", { class: "button", test: "button", href: button.url, target: "_blank", rel: "noopener noreferrer", textContent: `${button.text} ↗` });
    return make("button", { type: "button", class: `button ${button.style ?? ""}`, test: "button", textContent: button.text,
      on: { click: (event) => doings.press(post, button, event.currentTarget) } });
  }))));
}

export function drawMessage(post, view, doings) {
  const message = post.message;
  const note = serviceText(message);
  if (note) return make("p", { class: "service", test: "message", "data-message-id": post.id, textContent: note });
  const words = message.text ?? message.caption;
  const marks = message.entities ?? message.caption_entities ?? [];
  const time = clock.format(new Date(message.date * 1000)) + (message.edit_date ? " · disunting" : "") + (message.has_protected_content ? " · 🔒 tidak bisa diteruskan" : "");
  return make("article", { class: `message ${post.mine ? "mine" : ""}`, test: "message", "data-message-id": post.id, "data-mine": post.mine },
    make("div", { class: "bubble" },
      ...head(message, post, view), ...parts(message),
      ...(words ? [drawWords(words, marks, doings.command)] : []),
      make("footer", {}, make("time", { textContent: time }),
        make("button", { type: "button", class: "more", test: "message-menu", "aria-label": "Pilihan pesan", textContent: "⋯", on: { click: (event) => doings.menu(post, event.currentTarget) } }))),
    inlineKeyboard(post, doings));
}
