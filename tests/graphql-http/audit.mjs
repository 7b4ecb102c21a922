// Runs every audit of graphql-http against URL with the token in TOKEN, and writes one JSON line for each.
import { serverAudits } from 'graphql-http';

const [url] = process.argv.slice(2);
const fetchFn = (address, options = {}) =>
  fetch(address, { ...options, headers: { ...options.headers, Authorization: `Bearer ${process.env.TOKEN}` } });

for (const audit of serverAudits({ url, fetchFn })) {
  const result = await audit.fn();
  console.log(JSON.stringify({ id: audit.id, name: audit.name, status: result.status, reason: result.reason ?? null }));
}
