//! Documents and templates on the command line, made by the confined workers of the built binary.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect fails"
)]

mod shell;

use std::fs;
use std::io::{Cursor, Read as _, Write as _};

use serde_json::json;
use shell::{act, json_of, said};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A Word file with other text in it.
fn with_text(file: &[u8], change: impl Fn(String) -> String) -> Vec<u8> {
    let mut zip = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        if name == "word/document.xml" {
            bytes = change(String::from_utf8(bytes).unwrap()).into_bytes();
        }
        out.start_file(name, SimpleFileOptions::default()).unwrap();
        out.write_all(&bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

fn text(file: &[u8]) -> String {
    let mut zip = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    zip.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn documents_are_written_and_a_template_is_looked_at_adopted_chosen_and_filled() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let store = ["--store", "sqlite:d/assize.db"];
    let (code, made) = json_of(at, &["demo", "--no-serve", "--dir", "d"]);
    assert_eq!(code, 0, "{made:#}");
    let audit = made["audit"].as_str().unwrap();
    let export = |of: &str, id: &str, name: &str, file: &str| {
        json_of(at, &[&["export", "file", of, id, name, "-o", file], &store[..]].concat())
    };
    for name in
        ["plan.pdf", "plan.docx", "nonconformities.pdf", "closing-meeting.docx", "corrective-actions.pdf"]
    {
        let (code, done) = export("audit", audit, name, name);
        assert_eq!(code, 0, "{name}: {done:#}");
        let begins: &[u8] = if name.ends_with(".pdf") { b"%PDF-" } else { b"PK" };
        assert!(fs::read(at.join(name)).unwrap().starts_with(begins), "{name}");
        if let Ok(folder) = std::env::var("ASSIZE_LOOK_AT") {
            fs::copy(at.join(name), std::path::Path::new(&folder).join(format!("demo-{name}"))).unwrap();
        }
    }
    // A name that is none is answered by all that there are.
    let person = json_of(at, &[&["show", "person"], &store[..]].concat()).1;
    let person = person["items"][0]["id"].as_str().unwrap().to_owned();
    for (of, id, name, there) in [
        ("audit", audit, "foo", "plan.docx"),
        ("audit", audit, "foo.pdf", "audit.xlsx"),
        ("person", person.as_str(), "foo", "profile.pdf"),
        ("organization", "00000000-0000-0000-0000-000000000000", "foo.pdf", "competence.xlsx"),
        ("organization", audit, "competence.xlsx", "00000000-0000-0000-0000-000000000000"),
    ] {
        let args = ["export", "file", of, id, name, "-o", "none", "--store", store[1]];
        let (code, why) = said(at, &args);
        assert!(code == 2 && why.contains(there), "{of} {name}: {why}");
    }
    // The issued report has the results beside its content.
    let pdf = fs::read(at.join("d/report.pdf")).unwrap();
    let has = |words: &str| pdf.windows(words.len()).any(|window| window == words.as_bytes());
    assert!(has("/AFRelationship/Data") && has("assessment-results.json") && has("findings.jsonl"));

    let own = fs::read(at.join("plan.docx")).unwrap();
    let body = |text: &str| {
        let text = text.to_owned();
        with_text(&own, move |xml| {
            let end = xml.find("<w:sectPr>").unwrap();
            let begin = xml.find("<w:body>").unwrap() + "<w:body>".len();
            format!("{}<w:p><w:r><w:t>{text}</w:t></w:r></w:p>{}", &xml[..begin], &xml[end..])
        })
    };
    fs::write(at.join("bad.docx"), body("{{audit.titel}}")).unwrap();
    fs::write(at.join("good.docx"), body("House: {{audit.title}}")).unwrap();
    let (code, refused) = json_of(at, &["template", "check", "bad.docx", "--kind", "plan"]);
    assert_eq!((code, &refused["refusals"][0]["rule"]), (1, &json!("template.file")), "{refused:#}");
    assert_eq!(json_of(at, &["template", "check", "good.docx", "--kind", "plan"]).0, 0);
    let (code, names) = json_of(at, &["template", "names", "--kind", "plan"]);
    assert!(code == 0 && names.to_string().contains("{{audit.title}}"), "{names}");
    let adopt = ["template", "adopt", "good.docx", "--kind", "plan", "--name", "House plan"];
    let (code, adopted) = json_of(at, &[&adopt, &store[..]].concat());
    assert_eq!(code, 0, "{adopted:#}");
    let template = adopted["events"][0]["subject"]["id"].as_str().unwrap();
    let leader = json_of(at, &[&["show", "audit", audit], &store[..]].concat()).1;
    let leader = leader["record"]["team"][0]["person"].as_str().unwrap().to_owned();
    let choose = json!({ "audit": audit, "kind": "plan", "template": template });
    let (code, chosen) =
        act(at, "template.choose", &choose, &[&["--as", leader.as_str()], &store[..]].concat());
    assert_eq!(code, 0, "{chosen:#}");
    assert_eq!(export("audit", audit, "plan.docx", "filled.docx").0, 0);
    let filled = text(&fs::read(at.join("filled.docx")).unwrap());
    assert!(filled.contains("House: ") && !filled.contains("{{"), "{filled}");
    let (code, profile) = export("person", &leader, "profile.docx", "profile.docx");
    assert_eq!(code, 0, "{profile:#}");
    // The file of a template is in the record like any other: it verifies, and goes into a backup.
    assert_eq!(json_of(at, &[&["verify"], &store[..]].concat()).0, 0);
}
