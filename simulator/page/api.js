/* How does the page ask the simulator? */

const token = new URLSearchParams(location.search).get("token");

function address(path, query = {}) {
  const url = new URL(path, location.origin);
  Object.entries(query).forEach(([name, value]) => value != null && url.searchParams.set(name, value));
  if (token) url.searchParams.set("token", token);
  return url;
}

async function answerOf(request) {
  const answer = await request;
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.error ?? "ditolak");
  return body;
}

export const read = (name, query, signal) => answerOf(fetch(address(`/sim/${name}`, query), { signal }));

export const act = (name, body) =>
  answerOf(fetch(address(`/sim/act/${name}`), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  }));

export const fileAddress = (id) => address(`/sim/file/${encodeURIComponent(id)}`).href;
export const sampleAddress = (name) => address(`/sim/samples/${encodeURIComponent(name)}`).href;
export const sampleData = async (name) => (await read(`samples/${encodeURIComponent(name)}`, { base64: 1 })).data;

export const base64Of = (file) => new Promise((done, failed) => {
  const reader = new FileReader();
  reader.onload = () => done(reader.result.split(",")[1] ?? "");
  reader.onerror = () => failed(reader.error);
  reader.readAsDataURL(file);
});
