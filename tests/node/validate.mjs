// Checks JSON documents against a JSON Schema 2020-12.
//
//   node validate.mjs schema.json < documents.json
//
// Standard input is a JSON array of documents. Standard output is
//   {"schemaError": null, "results": [{"valid": true, "errors": []}, …]}
// with one result a document, in order. A schema that is not clean in ajv's strict mode is an error:
// then "schemaError" says why, and there are no results.
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";

const schema = JSON.parse(readFileSync(process.argv[2], "utf8"));
const documents = JSON.parse(readFileSync(0, "utf8"));
const ajv = new Ajv2020({
  allErrors: true,
  allowUnionTypes: true,
  strict: true,
  strictSchema: true,
  strictNumbers: true,
  strictRequired: true,
  strictTuple: true,
  strictTypes: true,
  validateFormats: false,
});

let answer;
try {
  const validate = ajv.compile(schema);
  const results = documents.map((document) => {
    const valid = validate(document);
    const errors = (validate.errors ?? []).map((e) => `${e.instancePath || "/"} ${e.message}`);
    return { valid, errors };
  });
  answer = { schemaError: null, results };
} catch (error) {
  answer = { schemaError: error.message, results: [] };
}
process.stdout.write(JSON.stringify(answer));
