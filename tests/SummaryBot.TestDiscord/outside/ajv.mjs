// Judges bodies by Discord's own OpenAPI document with ajv: a second opinion on the rules file.
// Usage: node ajv.mjs OPENAPI.json BODIES.jsonl ; each line is {operation, status, body}, with status 0 for a request. One line each: valid, or why not.
import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';

const document = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const isInteger = (low, high) => ({ type: 'number', validate: (number) => number >= low && number <= high });
const anyNumber = { type: 'number', validate: () => true };
const ajv = new Ajv2020({
  strict: false,
  logger: false, // it would tell that the next option is old
  unicode: false, // Discord counts UTF-16 code units
  formats: {
    int32: isInteger(-(2 ** 31), 2 ** 31 - 1),
    int64: anyNumber,
    double: anyNumber,
    nonce: true,
    'date-time': (text) => /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text)),
    uri: (text) => text === '' || URL.canParse(text),
    snowflake: (text) => /^\d+$/.test(text) && BigInt(text) < 2n ** 64n,
  },
});
ajv.addSchema(document, 'discord');

const pointer = (...parts) => `discord#/${parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;
const compiled = new Map();
const schema = (operation, status) => {
  const [method, path] = operation.split(' ');
  const of = status === 0 ? ['requestBody'] : ['responses', `${status}`];
  return pointer('paths', path, method, ...of, 'content', 'application/json', 'schema');
};

for (const line of readFileSync(process.argv[3], 'utf8').split('\n').filter(Boolean)) {
  const { operation, status, body } = JSON.parse(line);
  const reference = schema(operation, status);
  if (!compiled.has(reference)) compiled.set(reference, ajv.compile({ $ref: reference }));
  const validate = compiled.get(reference);
  console.log(validate(body) ? 'valid' : ajv.errorsText(validate.errors).slice(0, 300).replaceAll('\n', ' '));
}
