//! What is recorded by hand as the result of a method is what the method gives.
//!
//! The law knows no method, so the doors look: whoever gives `method.record` or `draw.record` with a body of their own
//! is held to what comes out when it is carried out again.

use assize_domain::Command;
use assize_domain::auditee::letterhead::LETTERHEAD_FILE;
use assize_domain::document::TEMPLATE_FILE;
use assize_domain::kernel::refusal::{Refusal, Rule};
use assize_domain::kernel::said::{Said, say};
use assize_methods::Method;
use serde_json::Value;

use crate::methods::{Place, SOFTWARE, recorded};

/// The first word of what a version of this program calls itself.
const ASSIZE: &str = "Assize";

static METHOD_REPRODUCED: Rule = Rule {
    id: "method.reproduced",
    clause: "ISO 19011:2018 6.4.7",
    asks: "a result that comes out when the method is carried out again",
};
static DRAW_REPRODUCED: Rule = Rule {
    id: "draw.reproduced",
    clause: "ISO 19011:2018 6.4.7",
    asks: "a sample that was seen to come out of the population's file",
};

/// Sees that a command which says what a method gave says what it gives. Every other command is left to the law.
///
/// A method that is not one of this program's is taken as it is said: it is then somebody else's, and carrying it out
/// again says that it cannot be.
///
/// # Errors
/// Every field that is not what comes out; for a draw, that its file is needed.
pub fn reproduced(command: &Command) -> Result<(), Vec<Refusal>> {
    match command.name() {
        "method.record" => method(&command.to_json()),
        "draw.record" => Err(vec![needs_file("sample", "assize draw sample")]),
        "organization.set_letterhead" => logo(&command.to_json()),
        "template.adopt" => Err(vec![template()]),
        "draw.replace" => Err(vec![needs_file("replacements", "assize draw replace")]),
        _ => Ok(()),
    }
}

fn needs_file(path: &str, command: &str) -> Refusal {
    let what = "what comes out of a draw cannot be seen without the population's file";
    let hint = say!(
        "send the file to `{path}`, or use `{command}`",
        path = format!("/draws/{{id}}/{path}"),
        command
    );
    Refusal::new(&DRAW_REPRODUCED, what, hint)
}

/// Whether a file is a picture and nothing else is seen where it is sent, not where its digest is.
fn logo(given: &Value) -> Result<(), Vec<Refusal>> {
    if given.pointer("/letterhead/logo").is_none_or(Value::is_null) {
        return Ok(());
    }
    let what = "whether a file can be a logo cannot be seen without the file";
    let hint = say!("use `{command}`", command = "assize letterhead --logo FILE");
    Err(vec![Refusal::new(&LETTERHEAD_FILE, what, hint).at("/letterhead/logo")])
}

/// What stands in a template is seen where it is sent, likewise.
fn template() -> Refusal {
    let what = "whether a file can be a template cannot be seen without the file";
    let hint = say!(
        "send the file to `{path}`, or use `{command}`",
        path = "/organization/templates",
        command = "assize template adopt FILE"
    );
    Refusal::new(&TEMPLATE_FILE, what, hint).at("/sha256")
}

fn method(given: &Value) -> Result<(), Vec<Refusal>> {
    let text = |field: &str| given.get(field).and_then(Value::as_str).unwrap_or_default();
    let refuse = |what: Said, hint: Said| Refusal::new(&METHOD_REPRODUCED, what, hint);
    let Some(method) = Method::named(text("method")) else {
        if text("software").split_whitespace().next() != Some(ASSIZE) {
            return Ok(());
        }
        let what = say!("{software} has no method `{method}`", software = SOFTWARE, method = text("method"));
        let hint = say!("name the software that carried it out, or one of the methods there are");
        return Err(vec![refuse(what, hint).at("/method")]);
    };
    let inputs: Value = serde_json::from_str(text("inputs")).unwrap_or_default();
    let outcome = method.run(&inputs).map_err(|problems| -> Vec<Refusal> {
        let refused = problems.into_iter().map(|problem| {
            refuse(
                say!("the method refuses its inputs: {at} {what}", at = problem.at, what = problem.what),
                problem.hint,
            )
            .at("/inputs")
        });
        refused.collect()
    })?;
    let again = recorded(method, &inputs, &outcome, &Place::default());
    let again = match Command::read("method.record", &again) {
        Some(Ok(again)) => again.to_json(),
        _ => again,
    };
    let hint = || {
        let name = method.name;
        say!(
            "leave it to `{path}` or `{command}`, which record what comes out",
            path = format!("/methods/{name}"),
            command = format!("assize method {name}")
        )
    };
    let other = ["software", "result", "steps", "conclusion"].into_iter().filter(|field| {
        let field: &str = field;
        given.get(field) != again.get(field)
    });
    let refusals: Vec<Refusal> = other
        .map(|field| {
            let what = say!(
                "`{field}` is not what `{method}` gives when {software} carries it out",
                field,
                method = method.name,
                software = SOFTWARE
            );
            refuse(what, hint()).at(format!("/{field}"))
        })
        .collect();
    if refusals.is_empty() { Ok(()) } else { Err(refusals) }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const INPUTS: &str = r#"{"risk":"0.05","tolerable":"0.06","expected":"0.01"}"#;

    fn body() -> Value {
        let method = Method::named("sample-size").unwrap();
        let inputs: Value = serde_json::from_str(INPUTS).unwrap();
        recorded(method, &inputs, &method.run(&inputs).unwrap(), &Place::default())
    }

    fn places(body: &Value) -> Vec<String> {
        let command = Command::read("method.record", body).unwrap().unwrap();
        let refusals = reproduced(&command).err().unwrap_or_default();
        refusals.into_iter().map(|refusal| refusal.at).collect()
    }

    #[test]
    fn what_the_method_gives_is_taken_and_everything_else_is_named() {
        assert_eq!(places(&body()), Vec::<String>::new());
        let mut forged = body();
        forged["result"] = json!(forged["result"].as_str().unwrap().replace("78", "25"));
        forged["steps"][0]["value"] = json!("25");
        forged["conclusion"] = json!("25 are enough");
        forged["software"] = json!("Assize 9.9");
        assert_eq!(places(&forged), ["/software", "/result", "/steps", "/conclusion"]);
        let mut other = body();
        other["inputs"] = json!(r#"{"risk":"2"}"#);
        assert!(!places(&other).is_empty() && places(&other).iter().all(|at| at == "/inputs"));
    }

    #[test]
    fn a_method_of_other_software_is_taken_as_it_is_said() {
        let mut other = body();
        other["method"] = json!("benford");
        other["software"] = json!("R 4.5.1");
        assert_eq!(places(&other), Vec::<String>::new());
        other["software"] = json!("Assize 0.1.0");
        assert_eq!(places(&other), ["/method"]);
    }

    #[test]
    fn a_draw_is_recorded_where_its_file_is() {
        let id = "01900000-0000-7000-8000-000000000001";
        let record = json!({ "draw": id, "selected": ["a"], "algorithm": "x" });
        let replace = json!({ "draw": id, "item": "a", "by": "b", "reason": "It is lost" });
        for (name, body) in [("draw.record", record), ("draw.replace", replace)] {
            let command = Command::read(name, &body).unwrap().unwrap();
            assert_eq!(reproduced(&command).unwrap_err()[0].rule.id, "draw.reproduced");
        }
    }
}
