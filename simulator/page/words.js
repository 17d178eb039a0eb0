/* How are the words of a message drawn with their entities (offsets count UTF-16, as JavaScript does)? */

import { make } from "/page/dom.js";

const TAGS = {
  bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "code",
  blockquote: "q", expandable_blockquote: "q",
};
const SAFE = /^(https?:|tg:)/i;

function wrap(entity, inner, piece, onCommand) {
  if (entity.type === "text_link" || entity.type === "url") {
    const written = entity.url ?? piece;
    const target = /^[a-z]+:/i.test(written) ? written : `https://${written}`;
    if (!SAFE.test(target)) return inner;
    return make("a", { href: target, target: "_blank", rel: "noopener noreferrer" }, inner);
  }
  if (entity.type === "bot_command") {
    return make("a", { href: "#", class: "command", on: { click: (event) => { event.preventDefault(); onCommand(piece); } } }, inner);
  }
  if (entity.type === "spoiler") {
    return make("span", { class: "spoiler", on: { click: (event) => event.currentTarget.classList.add("open") } }, inner);
  }
  return make(TAGS[entity.type] ?? "span", { class: `entity-${entity.type}` }, inner);
}

export function drawWords(text, entities, onCommand) {
  const edges = new Set([0, text.length]);
  entities.forEach((one) => edges.add(one.offset).add(one.offset + one.length));
  const places = [...edges].filter((place) => place <= text.length).sort((a, b) => a - b);
  const line = make("p", { class: "text", test: "text" });
  for (let index = 0; index + 1 < places.length; index += 1) {
    const [start, stop] = [places[index], places[index + 1]];
    const covering = entities.filter((one) => one.offset <= start && stop <= one.offset + one.length);
    const piece = text.slice(start, stop);
    line.append(covering.reduceRight((inner, one) => {
      const whole = text.slice(one.offset, one.offset + one.length);
      return wrap(one, inner, whole, onCommand);
    }, document.createTextNode(piece)));
  }
  return line;
}
