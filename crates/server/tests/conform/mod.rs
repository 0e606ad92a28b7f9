//! Whether an answer is one that the description of the API allows.

use std::collections::BTreeMap;

use jsonschema::Validator;
use serde_json::{Value, json};

/// The description, and validators of the schemas that were needed so far.
pub(crate) struct Description {
    document: Value,
    validators: BTreeMap<String, Validator>,
}

impl Description {
    pub(crate) fn new() -> Self {
        Self { document: assize_server::description(), validators: BTreeMap::new() }
    }

    /// Why an answer is not as described; nothing where it is.
    pub(crate) fn contradicts(
        &mut self,
        method: &str,
        path: &str,
        status: u16,
        media: Option<&str>,
        body: &[u8],
    ) -> Option<String> {
        let path = path.split('?').next().unwrap();
        let operation = match self.operation(method, path) {
            Some(operation) => operation.clone(),
            // What is not described is not answered but by a problem.
            None if status >= 400 => {
                json!({ "responses": { "default": { "$ref": "#/components/responses/problem" } } })
            }
            None => return Some(format!("{method} {path} is not described")),
        };
        let responses = &operation["responses"];
        let response = match responses.get(status.to_string()) {
            Some(response) => response,
            None if status >= 400 => &responses["default"],
            None => return Some(format!("{method} {path} answers {status}, which is not described")),
        };
        let response = match response["$ref"].as_str() {
            Some(to) => self.document.pointer(to.strip_prefix('#').unwrap()).unwrap(),
            None => response,
        };
        let Some(content) = response["content"].as_object() else {
            return (!body.is_empty()).then(|| format!("{method} {path} answers {status} with a body"));
        };
        let media = media.unwrap_or_default().split(';').next().unwrap();
        let Some(described) = content.get(media).or_else(|| content.get("*/*")) else {
            return Some(format!("{method} {path} answers {status} as `{media}`"));
        };
        let schema = described.get("schema").cloned()?;
        let body: Value = match serde_json::from_slice(body) {
            Ok(body) => body,
            Err(error) => return Some(format!("{method} {path} answers what is no JSON: {error}")),
        };
        let errors: Vec<String> = self
            .validator(&schema)
            .iter_errors(&body)
            .map(|error| format!("{} at {}", error, error.instance_path()))
            .collect();
        (!errors.is_empty()).then(|| format!("{method} {path} {status}: {}", errors.join("; ")))
    }

    /// The operation of a path: that of the template which says most of it by itself.
    fn operation(&self, method: &str, path: &str) -> Option<&Value> {
        let paths = self.document["paths"].as_object().unwrap();
        let fits = |template: &str| {
            let (parts, given): (Vec<_>, Vec<_>) = (template.split('/').collect(), path.split('/').collect());
            parts.len() == given.len()
                && parts.iter().zip(&given).all(|(part, given)| part == given || part.starts_with('{'))
        };
        let fitting = paths.iter().filter(|(template, _)| fits(template));
        let (_, item) = fitting.min_by_key(|(template, _)| template.matches('{').count())?;
        item.get(method.to_ascii_lowercase())
    }

    fn validator(&mut self, schema: &Value) -> &Validator {
        let components = &self.document["components"];
        self.validators.entry(schema.to_string()).or_insert_with(|| {
            jsonschema::validator_for(&json!({ "allOf": [schema], "components": components })).unwrap()
        })
    }
}
