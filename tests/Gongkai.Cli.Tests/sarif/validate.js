// Validates the SARIF log on standard input against the official 2.1.0 schema; prints what is wrong and exits 1.
const fs = require('fs');
const path = require('path');
const Ajv = require('ajv');

const schemas = path.join(path.dirname(require.resolve('@microsoft/jest-sarif/package.json')), 'lib', 'schemas');
const schema = JSON.parse(fs.readFileSync(path.join(schemas, fs.readdirSync(schemas).find(name => name.startsWith('sarif-2.1.0'))), 'utf8'));
const ajv = new Ajv({ schemaId: 'auto', allErrors: true, meta: false });
ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'));

if (!ajv.validate(schema, JSON.parse(fs.readFileSync(0, 'utf8')))) {
  console.log(ajv.errorsText(ajv.errors, { separator: '\n' }));
  process.exit(1);
}
