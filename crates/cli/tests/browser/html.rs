//! What is wrong with a served document: what the parsing algorithm of HTML calls an error, and rules of our own.
//! Not checked: which element may be in which beyond what the parser says, and the values of attributes.

use std::collections::BTreeSet;

use html5ever::driver::{ParseOpts, parse_document};
use html5ever::tendril::TendrilSink as _;
use scraper::{ElementRef, Html, HtmlTreeSink, Selector};

/// Attributes that name elements by their ids.
const REFERENCES: [&str; 8] = [
    "for",
    "form",
    "list",
    "headers",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-errormessage",
];
const CONTROLS: &str =
    "input:not([type=hidden]):not([type=submit]):not([type=reset]):not([type=button]), select, textarea";

/// All problems of a document.
pub fn problems(text: &str) -> Vec<String> {
    let html = parsed(text);
    let mut problems: Vec<String> = html.errors.iter().map(|error| format!("html: {error}")).collect();
    let mut ids = BTreeSet::new();
    for element in select(&html, "[id]") {
        let id = element.attr("id").unwrap_or_default();
        if !ids.insert(id) {
            problems.push(format!("html: the id `{id}` is there more than once"));
        }
    }
    let mut level = 0;
    for heading in select(&html, "h1, h2, h3, h4, h5, h6") {
        let next = heading.value().name()[1..].parse().unwrap();
        if next > level + 1 {
            problems.push(format!("html: {} comes after h{level}", tag(heading)));
        }
        level = next;
    }
    for element in select(&html, "*") {
        for (name, value) in element.value().attrs() {
            if REFERENCES.contains(&name) {
                let lost = value.split_whitespace().filter(|id| !ids.contains(id));
                problems
                    .extend(lost.map(|id| format!("html: {name} of {} names no id: `{id}`", tag(element))));
            }
            if name == "style" || name.starts_with("on") || value.trim_start().starts_with("javascript:") {
                problems.push(format!("html: {} has {name} inline", tag(element)));
            }
        }
    }
    for element in select(&html, "style, script:not([src])") {
        problems.push(format!("html: {} is inline", tag(element)));
    }
    for control in select(&html, CONTROLS).into_iter().filter(|control| !labelled(&html, *control)) {
        problems.push(format!("html: {} has no label", tag(control)));
    }
    problems
}

/// The document, and its errors with their lines: a line is read at a time, and errors that come with it are its own.
fn parsed(text: &str) -> Html {
    let options = ParseOpts::default();
    let mut parser = parse_document(HtmlTreeSink::new(Html::new_document()), options);
    let mut placed = Vec::new();
    for (number, line) in text.split_inclusive('\n').enumerate() {
        parser.process(line.into());
        let errors = std::mem::take(&mut parser.tokenizer.sink.sink.0.borrow_mut().errors);
        placed.extend(errors.into_iter().map(|error| format!("line {}: {error}", number + 1)));
    }
    let mut html = parser.finish();
    placed.extend(html.errors.iter().map(|error| format!("at the end: {error}")));
    html.errors = placed.into_iter().map(Into::into).collect();
    html
}

fn labelled(html: &Html, control: ElementRef<'_>) -> bool {
    let named = ["aria-label", "aria-labelledby"].iter().any(|name| control.attr(name).is_some());
    let within =
        control.ancestors().filter_map(ElementRef::wrap).any(|above| above.value().name() == "label");
    let by_id = control
        .attr("id")
        .is_some_and(|id| select(html, "label[for]").iter().any(|label| label.attr("for") == Some(id)));
    named || within || by_id
}

fn select<'h>(html: &'h Html, css: &str) -> Vec<ElementRef<'h>> {
    html.select(&Selector::parse(css).unwrap()).collect()
}

/// The start tag of an element.
fn tag(element: ElementRef<'_>) -> String {
    let attributes = element.value().attrs().map(|(name, value)| format!(" {name}=\"{value}\""));
    format!("<{}{}>", element.value().name(), attributes.collect::<String>())
}

#[test]
fn a_sound_document_has_no_problem() {
    let sound = "<!doctype html>\n<html lang=en><head><title>A page</title></head><body><h1>One</h1><h2>Two</h2>\n<label for=a>Name</label><input id=a></body></html>\n";
    assert_eq!(problems(sound), Vec::<String>::new());
}

#[test]
fn each_problem_is_found() {
    for (body, said) in [
        ("<p id=a></p><p id=a></p>", "the id `a` is there more than once"),
        ("<h3>Three</h3>", "<h3> comes after h1"),
        ("<label for=b>B</label>", "names no id: `b`"),
        ("<p aria-describedby='c'></p>", "names no id: `c`"),
        ("<p style='color: red'></p>", "has style inline"),
        ("<p onclick='f()'></p>", "has onclick inline"),
        ("<a href='javascript:f()'>F</a>", "has href inline"),
        ("<style></style>", "<style> is inline"),
        ("<script>f()</script>", "<script> is inline"),
        ("<input name=d>", "<input name=\"d\"> has no label"),
        ("<b><p></b></p>", "line 2: "),
        ("</section>", "line 2: "),
        ("<div>", "line 2: "),
    ] {
        let page =
            format!("<!doctype html><html lang=en><title>A page</title><h1>One</h1>\n{body}</body></html>");
        let found = problems(&page);
        assert!(
            found.len() == 1 && found[0].contains(said)
                || said == "line 2: " && found.iter().any(|problem| problem.contains(said)),
            "{body}: {found:?}"
        );
    }
}
