//! A Statement of Applicability as an OSCAL profile: the controls that are necessary, and why.

use std::collections::BTreeMap;

use assize_domain::World;
use assize_domain::auditee::{Auditee, Soa, SoaRow};
use assize_domain::kernel::id::SoaId;
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::time::Timestamp;
use serde_json::{Value, json};

use super::{NAMESPACE, VERSION, dashed, filled, line, prop, token, uuid};

/// The profile of a version of a Statement of Applicability. It imports the catalog of the controls, leaves out what is excluded, and says of
/// each control whether it is implemented and why it is in or out. A control of the auditee's own is one of a catalog within the file.
///
/// # Errors
/// [`Stop::Refused`] when there is no such statement; [`Stop::Need`].
pub fn profile(world: &World, soa: SoaId, at: Timestamp) -> Result<Value, Stop> {
    let soa = world.get::<Soa>(soa)?;
    let auditee = world.get::<Auditee>(*soa.auditee())?;
    let id = |what: &str| uuid(&["soa", &soa.id().to_string(), what]);
    let (annex, own): (Vec<&SoaRow>, Vec<&SoaRow>) =
        soa.rows().iter().partition(|row| row.control.as_str().starts_with("A."));
    let mut imports = Vec::new();
    let mut resources = Vec::new();
    for (what, title, criteria, rows) in [
        ("catalog", "The catalog of the controls", Some(soa.criteria().to_string()), &annex),
        ("own", "The controls of the auditee's own", None, &own),
    ] {
        if rows.is_empty() {
            continue;
        }
        imports.push(import(&id(what), rows));
        resources.push(filled([
            ("uuid", Value::from(id(what))),
            ("title", Value::from(title)),
            ("props", criteria.iter().map(|criteria| prop("criteria", criteria)).collect()),
            ("rlinks", json!([{ "href": format!("{what}.json"), "media-type": "application/json" }])),
        ]));
    }
    let title = format!("Statement of Applicability of {}: {}", auditee.name(), soa.label());
    let party = uuid(&["auditee", &auditee.id().to_string()]);
    Ok(json!({ "profile": filled([
        ("uuid", Value::from(id("profile"))),
        ("metadata", json!({
            "title": line(&title),
            "last-modified": at.to_string(),
            "version": line(soa.label().as_str()),
            "oscal-version": VERSION,
            "props": [prop("dated", soa.dated()), prop("statement-of-applicability", soa.id())],
            "roles": [{ "id": "auditee", "title": "Auditee" }],
            "parties": [{ "uuid": party, "type": "organization", "name": line(auditee.name().as_str()) }],
            "responsible-parties": [{ "role-id": "auditee", "party-uuids": [party] }],
        })),
        ("imports", Value::from(imports)),
        ("merge", json!({ "as-is": true })),
        ("modify", json!({ "alters": alters(soa.rows()) })),
        ("back-matter", json!({ "resources": resources })),
    ]) }))
}

/// What is imported of a catalog: the necessary controls by name.
fn import(href: &str, rows: &[&SoaRow]) -> Value {
    let of = |necessary: bool| -> Vec<String> {
        rows.iter().filter(|row| row.necessary == necessary).map(|row| token(row.control.as_str())).collect()
    };
    let listed = |ids: Vec<String>| if ids.is_empty() { Value::Null } else { json!([{ "with-ids": ids }]) };
    let (included, excluded) = (of(true), of(false));
    filled([
        ("href", Value::from(format!("#{href}"))),
        // What is not in the statement is not in the profile.
        ("include-controls", listed(included)),
        ("exclude-controls", listed(excluded)),
    ])
}

/// What the statement says of each control.
fn alters(rows: &[SoaRow]) -> Vec<Value> {
    let mut said: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for row in rows {
        let props = said.entry(token(row.control.as_str())).or_default();
        props.push(prop("control", &row.control));
        props.push(prop("necessary", row.necessary));
        props.push(prop("implemented", dashed(row.implemented.word())));
        let text = |name: &str, text: String| json!({ "name": name, "ns": NAMESPACE, "value": line(&text), "remarks": text });
        props.extend(row.title.as_ref().map(|title| prop("title", line(title.as_str()))));
        props.extend(row.why.as_ref().map(|why| text("why-included", why.to_string())));
        props.extend(row.why_excluded.as_ref().map(|why| text("why-excluded", why.to_string())));
    }
    said.into_iter()
        .map(|(control, props)| json!({ "control-id": control, "adds": [{ "props": props }] }))
        .collect()
}
