'use strict';

// The token lives in this page only. So do queries and variables: they may hold what must not stay behind in a browser.
let token = null;
let schemaRead = () => {};
const kept = new Map();
const storage = {
  get length() { return kept.size; },
  getItem: name => kept.get(name) ?? null,
  setItem: (name, value) => { kept.set(name, value); },
  removeItem: name => { kept.delete(name); },
  clear: () => { kept.clear(); },
};

const example = `# Poor families of Abepura and their members.
# Run: Ctrl+Enter. The book explains every field.
# Hidden fields are null: see extensions.masked.
query Families {
  households(region: "91.71.03", decile: "1-4", first: 5) {
    nodes {
      id
      region
      memberCount
      decile
      welfareClass
      members {
        name
        sex
        age
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`;

async function ask(parameters, options) {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json', ...options?.headers };
  if (token && !headers.Authorization) headers.Authorization = `Bearer ${token}`;
  if (!headers.Authorization) return { errors: [{ message: 'A token is needed: get one above, or put it into Headers as {"Authorization": "Bearer …"}.' }] };
  const answer = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(parameters) });
  const body = await answer.json();
  if (parameters.operationName === 'IntrospectionQuery' && body.data) schemaRead();
  return body.data !== undefined || body.errors ? body : { errors: [{ message: body.title ?? answer.statusText, extensions: body }] };
}

const root = ReactDOM.createRoot(document.getElementById('graphiql'));

// Another fetcher makes GraphiQL read the schema anew.
function show() {
  root.render(React.createElement(
    GraphiQL,
    {
      fetcher: (parameters, options) => ask(parameters, options), storage, defaultQuery: example, shouldPersistHeaders: false,
      inputValueDeprecation: false, showPersistHeadersSettings: false, isHeadersEditorEnabled: true, defaultEditorToolsVisibility: 'variables',
    },
    React.createElement(GraphiQL.Logo, null, ' ')));
}

const form = document.getElementById('token');
if (form) {
  const [client, secret, state] = ['client', 'secret', 'state'].map(id => document.getElementById(id));
  const fill = () => { secret.value = `${client.value}-demo`; };
  client.addEventListener('change', fill);
  fill();
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const answer = await fetch('/connect/token', {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: client.value, client_secret: secret.value }),
    });
    const body = await answer.json();
    token = body.access_token ?? null;
    delete state.dataset.good;
    delete state.dataset.bad;
    if (token) {
      state.value = 'reading the schema …';
      schemaRead = () => {
        state.dataset.good = '';
        state.value = `${client.value}, for ${Math.round(body.expires_in / 60)} minutes`;
      };
      show();
    } else {
      state.dataset.bad = '';
      state.value = body.error_description ?? body.error ?? 'no token';
    }
  });
}

show();
