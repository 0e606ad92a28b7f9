//! Looking up, among documents, what the criteria demand as documented information. Nothing is evaluated: each item is
//! found by a name, a title or a heading, found in the text alone, or not found, and it is said by what.

use assize_catalogue::Catalogue;
use assize_store::DocumentText;
use serde_json::{Value, json};

use crate::counts::counted;

/// A document and what is known of its words.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its path in the folder.
    pub name: String,
    /// Its text.
    pub text: DocumentText,
}

/// The words by which an item of the checklist is known in practice: any phrase of which every word occurs.
const PHRASES: &[(&str, &[&str])] = &[
    (
        "documented_information.scope",
        &["isms scope", "scope of the isms", "scope isms", "scope and context", "management system scope"],
    ),
    ("documented_information.policy", &["information security policy", "security policy"]),
    (
        "documented_information.risk_assessment_process",
        &["risk assessment", "risk management policy", "risk methodology"],
    ),
    ("documented_information.risk_treatment_process", &["risk treatment", "risk mitigation"]),
    ("documented_information.statement_of_applicability", &["statement of applicability"]),
    ("documented_information.risk_treatment_plan", &["risk treatment plan", "treatment plan"]),
    ("documented_information.objectives", &["security objectives", "isms objectives"]),
    ("documented_information.competence", &["training record", "competence", "training register"]),
    (
        "documented_information.organization_determined",
        &["document control", "document register", "documented information"],
    ),
    ("documented_information.external_documents", &["external documents", "external origin"]),
    (
        "documented_information.process_evidence",
        &["operational planning", "change log", "access review log", "records of operation"],
    ),
    (
        "documented_information.risk_assessment_results",
        &["risk register", "risk assessment results", "risk log"],
    ),
    (
        "documented_information.risk_treatment_results",
        &["risk treatment results", "treatment results", "risk treatment status"],
    ),
    (
        "documented_information.monitoring_results",
        &["monitoring results", "security metrics", "measurement", "key performance"],
    ),
    (
        "documented_information.audit_programme_results",
        &["internal audit", "audit programme", "audit program", "audit report"],
    ),
    ("documented_information.management_review_results", &["management review"]),
    (
        "documented_information.nonconformities",
        &["nonconformity", "non conformity", "nonconformities", "corrective action"],
    ),
    ("documented_information.corrective_action_results", &["corrective action", "corrective actions"]),
];

/// Lower-case words with single spaces, so that `Risk_Register.xlsx` and `risk-register` read the same.
fn plain(text: &str) -> String {
    let spaced: String =
        text.chars().map(|c| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { ' ' }).collect();
    format!(" {} ", spaced.split_whitespace().collect::<Vec<_>>().join(" "))
}

enum Found {
    ByName(String),
    InText(String),
}

fn look(document: &Document, phrases: &[&str]) -> Option<Found> {
    let has = |text: &str| {
        let text = plain(text);
        phrases.iter().find(|phrase| text.contains(&format!(" {phrase} "))).copied()
    };
    let stem = document.name.rsplit_once('.').map_or(document.name.as_str(), |(stem, _)| stem);
    if has(stem).is_some() {
        return Some(Found::ByName(format!("the name of {}", document.name)));
    }
    let DocumentText::Text { title, headings, text } = &document.text else { return None };
    if title.as_deref().is_some_and(|title| has(title).is_some()) {
        return Some(Found::ByName(format!("the title of {}", document.name)));
    }
    if let Some(heading) = headings.lines().find(|heading| has(heading).is_some()) {
        return Some(Found::ByName(format!("the heading \u{201c}{heading}\u{201d} in {}", document.name)));
    }
    has(text).map(|phrase| Found::InText(format!("the words \u{201c}{phrase}\u{201d} in {}", document.name)))
}

/// How many documents are named for one item.
const NAMED_MAX: usize = 5;

/// The story's `document_review` for these documents: each demanded item with what it was found by.
#[must_use]
pub fn review(catalogue: &Catalogue, documents: &[Document]) -> Value {
    let list = "documented_information".parse().ok().and_then(|id| catalogue.checklist(&id));
    let (mut items, mut concerns) = (Vec::new(), Vec::new());
    let (mut found, mut partly, mut missing) = (0, 0, 0);
    for item in list.map(|list| list.items.as_slice()).unwrap_or_default() {
        let Some(requirement) = &item.requirement else { continue };
        let phrases =
            PHRASES.iter().find(|(id, _)| *id == item.id.as_str()).map_or(&[][..], |(_, phrases)| *phrases);
        let (mut by_name, mut in_text) = (Vec::new(), Vec::new());
        for document in documents {
            match look(document, phrases) {
                Some(Found::ByName(by)) => by_name.push((document.name.clone(), by)),
                Some(Found::InText(by)) => in_text.push((document.name.clone(), by)),
                None => {}
            }
        }
        let (word, named) = match (by_name.is_empty(), in_text.is_empty()) {
            (false, _) => ("yes", by_name),
            (true, false) => ("partly", in_text),
            (true, true) => ("no", Vec::new()),
        };
        *match word {
            "yes" => &mut found,
            "partly" => &mut partly,
            _ => &mut missing,
        } += 1;
        if let Some((missing, consequence)) = concern(word, &item.text) {
            let file = named.first().map(|(name, _)| name.clone());
            concerns.push(json!({ "requirement": requirement.id.as_str(), "file": file, "missing": missing,
                "consequence": consequence }));
        }
        let more = named.len().saturating_sub(NAMED_MAX);
        let by: Vec<String> = named.iter().take(NAMED_MAX).map(|(_, by)| by.clone()).collect();
        let remark = match word {
            "no" => "No name, title, heading or text of the documents speaks of it.".to_owned(),
            _ if more > 0 => format!("By {}, and {more} more.", by.join("; ")),
            _ => format!("By {}.", by.join("; ")),
        };
        let files: Vec<String> = named.into_iter().take(NAMED_MAX).map(|(name, _)| name).collect();
        items.push(json!({ "requirement": requirement.id.as_str(), "item": item.text, "found": word, "files": files, "remark": remark }));
    }
    let summary = format!(
        "{} read by machine. Of {} that the criteria demand as documented information, {} found by a name, a title or a heading, {} only spoken of in a text, and {} not found. Whether what was found is enough, and whether it is lived, was not looked at.",
        counted(documents.len(), "document was", "documents were"),
        counted(items.len(), "item", "items"),
        counted(found, "was", "were"),
        counted(partly, "is", "are"),
        counted(missing, "was", "were")
    );
    let outcome = if concerns.is_empty() { "ready" } else { "ready_with_concerns" };
    json!({ "items": items, "outcome": outcome, "summary": summary, "concerns": concerns })
}

/// The concern that an item leaves: what is missing, and what that means for the audit.
fn concern(found: &str, item: &str) -> Option<(String, &'static str)> {
    match found {
        "no" => Some((
            format!("No document given speaks of it: {item}."),
            "It is asked for before the audit begins; what is not there then is looked into on its first day.",
        )),
        "partly" => Some((
            format!("It is spoken of in a text, and no document is known by its name: {item}."),
            "The auditor asks which document it is, and reads whether the text is enough.",
        )),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(name: &str, headings: &str, text: &str) -> Document {
        let text = DocumentText::Text { title: None, headings: headings.into(), text: text.into() };
        Document { name: name.into(), text }
    }

    #[test]
    fn an_item_is_found_by_name_by_heading_in_the_text_or_not() {
        let catalogue = Catalogue::builtin().unwrap();
        let documents = [
            document("Risk_Register.xlsx", "", ""),
            document(
                "handbook.md",
                "How we do it\nInformation Security Policy",
                "We hold a management review each year.",
            ),
            Document { name: "photo.png".into(), text: DocumentText::Unsupported },
        ];
        let review = review(&catalogue, &documents);
        let of = |requirement: &str| {
            review["items"]
                .as_array()
                .unwrap()
                .iter()
                .find(|item| item["requirement"] == requirement)
                .unwrap()
                .clone()
        };
        assert_eq!(
            (of("8.2")["found"].as_str(), of("8.2")["files"][0].as_str()),
            (Some("yes"), Some("Risk_Register.xlsx"))
        );
        assert!(of("5.2 e)")["remark"].as_str().unwrap().contains("Information Security Policy"));
        assert_eq!(of("9.3.3")["found"], "partly");
        assert_eq!(
            (of("4.3")["found"].as_str(), of("4.3")["files"].as_array().unwrap().len()),
            (Some("no"), 0)
        );
        assert_eq!(review["outcome"], "ready_with_concerns");
        let concern = |requirement: &str| {
            review["concerns"]
                .as_array()
                .unwrap()
                .iter()
                .find(|concern| concern["requirement"] == requirement)
                .cloned()
        };
        assert_eq!(concern("8.2"), None);
        assert_eq!(concern("9.3.3").unwrap()["file"], "handbook.md");
        assert_eq!(concern("4.3").unwrap()["file"], serde_json::Value::Null);
        let items = review["items"].as_array().unwrap().iter();
        assert_eq!(
            review["concerns"].as_array().unwrap().len(),
            items.filter(|item| item["found"] != "yes").count()
        );
    }

    #[test]
    fn every_demanded_item_has_its_words() {
        let catalogue = Catalogue::builtin().unwrap();
        let list = catalogue.checklist(&"documented_information".parse().unwrap()).unwrap();
        for item in list.items.iter().filter(|item| item.requirement.is_some()) {
            assert!(PHRASES.iter().any(|(id, _)| *id == item.id.as_str()), "{}", item.id);
        }
    }
}
