// Validates the JSON on standard input against the schema in the file that is named, or else against the official schema of
// SARIF 2.1.0; prints what is wrong and exits 1.
const fs = require('fs');
const path = require('path');
const Ajv = require('ajv');

const schemas = path.join(path.dirname(require.resolve('@microsoft/jest-sarif/package.json')), 'lib', 'schemas');
const file = process.argv[2] ?? path.join(schemas, fs.readdirSync(schemas).find(name => name.startsWith('sarif-2.1.0')));
const ajv = new Ajv({ schemaId: 'auto', allErrors: true });
ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'));

if (!ajv.validate(JSON.parse(fs.readFileSync(file, 'utf8')), JSON.parse(fs.readFileSync(0, 'utf8')))) {
  console.log(ajv.errorsText(ajv.errors, { separator: '\n' }));
  process.exit(1);
}
