//! The assessment results as they go out with a report: no more than the report says itself.

use serde_json::{Map, Value};

/// The results of an audit for whoever is given its report. The log of communication and mail addresses are not in it; what auditors noted on
/// working papers is in it where the report annexes whole papers, and nowhere else.
#[must_use]
pub fn reported(mut results: Value, whole_papers: bool) -> Value {
    let Some(root) = results.get_mut("assessment-results") else { return results };
    let parties = root.pointer_mut("/metadata/parties").and_then(Value::as_array_mut);
    for party in parties.into_iter().flatten().filter_map(Value::as_object_mut) {
        party.remove("email-addresses");
        party.remove("telephone-numbers");
    }
    let all = root.get_mut("results").and_then(Value::as_array_mut);
    for result in all.into_iter().flatten().filter_map(Value::as_object_mut) {
        result.remove("assessment-log");
        if !whole_papers {
            without_notes(result);
        }
    }
    results
}

/// An observation says what was tested and what came of it, and not how the auditor put it down.
fn without_notes(result: &mut Map<String, Value>) {
    let all = result.get_mut("observations").and_then(Value::as_array_mut);
    for observation in all.into_iter().flatten().filter_map(Value::as_object_mut) {
        if let Some(title) = observation.get("title").cloned() {
            observation.insert("description".to_owned(), title);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn results() -> Value {
        json!({ "assessment-results": {
            "metadata": { "parties": [{ "name": "Ada", "email-addresses": ["ada@example.org"] }] },
            "results": [{
                "assessment-log": { "entries": [{ "description": "Said in confidence" }] },
                "observations": [{ "title": "Access rights", "description": "Bea: nobody looks" }],
            }],
        } })
    }

    #[test]
    fn no_more_goes_out_than_the_report_says() {
        let text = reported(results(), false).to_string();
        assert!(text.contains("Access rights") && text.contains("Ada"));
        for kept_in in ["Said in confidence", "nobody looks", "ada@example.org"] {
            assert!(!text.contains(kept_in), "{kept_in}");
        }
    }

    #[test]
    fn notes_go_out_where_whole_papers_are_annexed() {
        let text = reported(results(), true).to_string();
        assert!(text.contains("nobody looks") && !text.contains("Said in confidence"));
    }
}
