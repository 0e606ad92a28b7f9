//! The texts of the law: every template that stands in the code has a message in every language, with the same arguments,
//! and no message is left over.
//!
//! The English file is made from the code: `ASSIZE_RENEW=1` writes it anew, and puts the German one into the same order.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::{Path, PathBuf};

use assize_domain::kernel::said::id_of;

use super::{files, here, keys};

/// Where the law speaks: folders, and in `store` the two files that refuse.
const SOURCES: &[&str] = &[
    "../domain/src",
    "../methods/src",
    "../catalogue/src",
    "../store/src/lib.rs",
    "../store/src/writer.rs",
    "src",
];

/// What takes texts of the law, and which of its arguments they are. A dot stands before methods.
const TAKES: &[(&str, &[usize])] = &[
    ("Refusal::new", &[1, 2]),
    (".that", &[3, 4]),
    ("Problem::new", &[1, 2]),
    (".problem", &[0, 1, 2, 3]),
    (".require", &[2, 3]),
    ("refused", &[1, 2]),
    ("absent", &[0]),
    (".end", &[0]),
    // The working of methods.
    ("Step::new", &[0, 1]),
    ("risk_step", &[0]),
    (".look_up", &[0]),
    (".wrong", &[1, 2]),
    ("BadValue::new", &[0]),
    ("in_state", &[2]),
    ("state_is", &[2]),
    ("out_of_order", &[1]),
    ("in_use", &[1]),
    (".follows", &[1]),
    ("bounded", &[4]),
    ("Fault::new", &[1]),
    ("Fault::not_found", &[0]),
    ("Fault::barred", &[1]),
    ("Fault::unavailable", &[0]),
    ("field_problem", &[1, 2]),
    ("probe", &[0]),
    ("Said::from", &[0]),
    // What is wrong with a catalogue.
    (".fault", &[1, 2]),
    ("fault", &[0, 1, 2]),
    (".departure", &[1, 2, 3]),
    (".remark", &[1, 2]),
    ("wrong", &[2, 3]),
    ("at", &[3, 4]),
    // The checklists, whose items are said where one is missing.
    ("must", &[1]),
    ("as_fit", &[1]),
    ("item", &[1]),
];

/// Names that hold a text until it is handed on.
const HELD_IN: &[&str] = &["what", "hint", "detail"];

/// A file of the law, without its comments and its tests.
struct Code {
    path: PathBuf,
    text: String,
}

fn sources() -> Vec<Code> {
    let mut paths = Vec::new();
    for source in SOURCES {
        if source.ends_with(".rs") {
            paths.push(here().join(source));
        } else {
            paths.extend(files(source, "rs"));
        }
    }
    // What describes the API is no text of the law.
    paths.retain(|path| {
        let path = path.to_string_lossy();
        !["tests.rs", "/tests/", "testing", "openapi"].iter().any(|part| path.contains(part))
    });
    let code = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        let without =
            |line: &str| if line.trim_start().starts_with("//") { String::new() } else { line.to_owned() };
        let text = text.lines().map(without).collect::<Vec<_>>().join("\n");
        Code { path, text }
    };
    paths.into_iter().map(code).collect()
}

impl Code {
    /// The file's place in the repository.
    fn name(&self) -> String {
        let path = self.path.canonicalize().unwrap();
        let root = here().join("../..").canonicalize().unwrap();
        path.strip_prefix(root).unwrap().to_string_lossy().into_owned()
    }

    /// The end of a literal that begins at `at`; `at` where none does.
    fn literal_end(&self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        match bytes[at] {
            b'"' => {
                let mut end = at + 1;
                while bytes[end] != b'"' {
                    end += if bytes[end] == b'\\' { 2 } else { 1 };
                }
                end + 1
            }
            b'\'' if bytes[at + 1] == b'\\' => at + 3 + self.text[at + 3..].find('\'').unwrap(),
            b'\'' if bytes[at + 2] == b'\'' => at + 3,
            _ => at,
        }
    }

    /// The arguments of what is opened just before `at`.
    fn args(&self, at: usize) -> Vec<Range<usize>> {
        let bytes = self.text.as_bytes();
        let (mut args, mut begin, mut place, mut depth) = (Vec::new(), at, at, 0);
        loop {
            let end = self.literal_end(place);
            if end > place {
                place = end;
                continue;
            }
            match bytes[place] {
                b'(' | b'[' | b'{' => depth += 1,
                b',' if depth == 0 => {
                    args.push(begin..place);
                    begin = place + 1;
                }
                b')' | b']' | b'}' if depth == 0 => {
                    if !self.text[begin..place].trim().is_empty() {
                        args.push(begin..place);
                    }
                    return args;
                }
                b')' | b']' | b'}' => depth -= 1,
                _ => {}
            }
            place += 1;
        }
    }

    /// The texts in a stretch of code that are not within another call.
    fn literals(&self, within: Range<usize>) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        let (mut place, mut depth) = (within.start, 0);
        while place < within.end {
            let end = self.literal_end(place);
            if end > place {
                let text = unescaped(&self.text[(place + 1).min(end - 1)..end - 1]);
                // What begins with a stroke is a place in what was sent.
                let is_said = !text.is_empty() && !text.starts_with('/');
                if depth == 0 && self.text.as_bytes()[place] == b'"' && is_said {
                    found.push((place, text));
                }
                place = end;
                continue;
            }
            match self.text.as_bytes()[place] {
                b'(' | b'[' => depth += 1,
                b')' | b']' => depth -= 1,
                _ => {}
            }
            place += 1;
        }
        found
    }

    /// Where `name` is called, just after its opening bracket.
    fn calls(&self, name: &str) -> Vec<usize> {
        let call = format!("{name}(");
        let own = |at: usize| {
            let before = self.text[..at].chars().next_back().unwrap_or(' ');
            let named = self.text[..at].ends_with("fn ");
            name.starts_with('.') || !(before.is_alphanumeric() || matches!(before, '_' | ':' | '.') || named)
        };
        self.text.match_indices(&call).filter(|(at, _)| own(*at)).map(|(at, call)| at + call.len()).collect()
    }

    /// Every template of the file with its place; the constants that are handed on go into `constants`.
    fn templates(&self, constants: &mut BTreeSet<String>) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        for (at, call) in self.text.match_indices("say!(") {
            let begin = at + call.len();
            let first = self.args(begin).into_iter().next();
            let literal = first.and_then(|first| self.literals(first).into_iter().next());
            found.extend(literal.filter(|_| !self.text[..at].ends_with('@')));
        }
        for (name, places) in TAKES {
            for call in self.calls(name) {
                let args = self.args(call);
                for arg in places.iter().filter_map(|place| args.get(*place)) {
                    found.extend(self.literals(arg.clone()));
                    let text = self.text[arg.clone()].trim();
                    self.check_name(text, call);
                    let constant = text.rsplit("::").next().unwrap();
                    if constant.len() > 2 && constant.chars().all(|c| c.is_ascii_uppercase() || c == '_') {
                        constants.insert(constant.to_owned());
                    }
                }
            }
        }
        for name in HELD_IN {
            for (at, held) in self.text.match_indices(&format!("let {name} =")) {
                let begin = at + held.len();
                found.extend(self.literals(begin..self.statement_end(begin)));
            }
        }
        // What the report's checklist advises, and the titles of faults.
        for (at, _) in self.text.match_indices("const fn hint(") {
            let body = at + self.text[at..].find('{').unwrap()..at + self.text[at..].find("\n}").unwrap();
            found.extend(self.literals(body));
        }
        if self.path.ends_with("problem.rs") {
            for (at, kinds) in self.text.match_indices("\nkinds! {") {
                let end = at + self.text[at..].find("\n}").unwrap();
                let texts = self.literals(at + kinds.len()..end);
                found.extend(texts.into_iter().skip(1).step_by(2));
            }
        }
        found
    }

    /// A text that comes in under a name is a `Said` already, or else nobody sees what it says.
    fn check_name(&self, arg: &str, call: usize) {
        // Places are no texts.
        let is_place = ["at", "name", "row", "column", "path", "key", "line", "place", "id"].contains(&arg);
        let is_name = !is_place && !arg.is_empty() && arg.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        let function = self.text[..call].rfind("fn ").unwrap_or(0);
        let declared = self.text[function..call].rfind(&format!("{arg}: ")).filter(|_| is_name);
        let declared = declared.map(|at| function + at);
        let kind = declared.map_or("", |at| self.text[at + arg.len() + 2..].trim_start_matches("&'static "));
        let plain = kind.starts_with("&str") || kind.starts_with("str") || kind.starts_with("String");
        assert!(!plain, "{}: `{arg}` is text that no language can say; let it be a `Said`", self.name());
    }

    fn statement_end(&self, begin: usize) -> usize {
        let (mut place, mut depth) = (begin, 0);
        loop {
            let end = self.literal_end(place);
            if end > place {
                place = end;
                continue;
            }
            match self.text.as_bytes()[place] {
                b'(' | b'[' | b'{' => depth += 1,
                b')' | b']' | b'}' => depth -= 1,
                b';' if depth == 0 => return place,
                _ => {}
            }
            place += 1;
        }
    }

    fn constants(&self, wanted: &BTreeSet<String>) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        for (at, begin) in self.text.match_indices("const ") {
            let rest = &self.text[at + begin.len()..];
            let Some((name, value)) = rest.split_once(": &str =") else { continue };
            if wanted.contains(name) {
                let begin = at + begin.len() + (rest.len() - value.len());
                found.extend(self.literals(begin..self.statement_end(begin)));
            }
        }
        found
    }
}

/// A literal as it is said.
fn unescaped(literal: &str) -> String {
    let mut text = String::new();
    let mut signs = literal.chars().peekable();
    while let Some(sign) = signs.next() {
        match (sign, signs.peek()) {
            ('\\', Some('\n')) => while signs.next_if(|c| c.is_whitespace()).is_some() {},
            ('\\', Some(_)) => text.extend(signs.next()),
            _ => text.push(sign),
        }
    }
    text
}

/// Every template by the file that says it first.
fn templates() -> Vec<(String, Vec<String>)> {
    let sources = sources();
    let mut constants = BTreeSet::new();
    let mut found: Vec<_> = sources.iter().map(|code| (code, code.templates(&mut constants))).collect();
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for (code, found) in &mut found {
        found.extend(code.constants(&constants));
        found.sort();
        let new = found.iter().map(|(_, text)| text.clone()).filter(|text| seen.insert(text.clone()));
        let new: Vec<String> = new.collect();
        if !new.is_empty() {
            all.push((code.name(), new));
        }
    }
    all
}

/// The names of the arguments of a template.
fn arguments(template: &str) -> BTreeSet<String> {
    template
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name.to_owned())
        .collect()
}

/// The names of the values that a message asks for.
fn variables(message: &str) -> BTreeSet<String> {
    let name = |rest: &str| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    message.split('$').skip(1).map(name).collect()
}

const HEAD: &str = "### What the law says when it refuses, and what is said to be wrong with what was sent.\n\
                    ### Made from the code, by the test `words` with ASSIZE_RENEW=1; not to be edited here.\n";

/// A template as a message says it. A blank at its beginning would be lost.
fn message_of(template: &str) -> String {
    let said = template.trim_start_matches(' ').replace('{', "{ $").replace('}', " }");
    if template.starts_with(' ') { format!("{{ \" \" }}{said}") } else { said }
}

/// The English file, as the code has it.
fn english() -> String {
    let mut text = HEAD.to_owned();
    for (file, templates) in templates() {
        text.push_str(&format!("\n## {file}\n\n"));
        for template in templates {
            let said = message_of(&template);
            text.push_str(&format!("{} = {said}\n", id_of(&template)));
        }
    }
    text
}

/// The messages of a file, each with its lines.
fn messages(text: &str) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    let mut key = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        if let Some((new, _)) = line.split_once(" =").filter(|_| line.starts_with("said-")) {
            new.clone_into(&mut key);
        }
        let message: &mut String = all.entry(key.clone()).or_default();
        message.push_str(line);
        message.push('\n');
    }
    all
}

/// The German file in the order of the English one; what has no German yet is left out, and the tests name it.
fn in_order(english: &str, german: &str) -> String {
    let head: String =
        german.lines().take_while(|line| line.starts_with("###")).map(|line| format!("{line}\n")).collect();
    let german = messages(german);
    let mut text = head;
    for line in english.lines().skip_while(|line| line.starts_with("###")) {
        match line.split_once(" =").filter(|_| line.starts_with("said-")) {
            Some((key, _)) => text.push_str(german.get(key).map_or("", String::as_str)),
            None => text.push_str(&format!("{line}\n")),
        }
    }
    text
}

fn said_file(language: &str) -> PathBuf {
    Path::new(here()).join(format!("words/{language}/said.ftl"))
}

#[test]
fn the_english_file_says_what_the_code_says() {
    let made = english();
    if std::env::var_os("ASSIZE_RENEW").is_some() {
        std::fs::write(said_file("en"), &made).unwrap();
        let german = std::fs::read_to_string(said_file("de")).unwrap();
        std::fs::write(said_file("de"), in_order(&made, &german)).unwrap();
    }
    let there = std::fs::read_to_string(said_file("en")).unwrap();
    let (made, there) = (messages(&made), messages(&there));
    let old: Vec<_> = there.keys().filter(|key| !made.contains_key(*key)).collect();
    let new: Vec<_> = made.iter().filter(|(key, text)| there.get(*key) != Some(text)).collect();
    assert!(made.len() > 500, "{}", made.len());
    assert!(
        old.is_empty() && new.is_empty(),
        "run this test with ASSIZE_RENEW=1, and write the German of what is new: {new:#?} is new, {old:#?} is gone"
    );
}

#[test]
fn german_says_all_of_it_with_the_same_arguments() {
    let german = messages(&std::fs::read_to_string(said_file("de")).unwrap());
    let templates: Vec<String> = templates().into_iter().flat_map(|(_, templates)| templates).collect();
    let missing: Vec<&String> =
        templates.iter().filter(|template| !german.contains_key(&id_of(template))).collect();
    assert!(missing.is_empty(), "{missing:#?} have no German in words/de/said.ftl");
    for template in &templates {
        let message = &german[&id_of(template)];
        assert_eq!(arguments(template), variables(message), "the arguments of `{template}` and of {message}");
        let english = message_of(template);
        let has_words =
            template.split('{').any(|part| part.rsplit('}').next().unwrap().chars().any(char::is_alphabetic));
        assert!(!has_words || !message.ends_with(&format!("= {english}\n")), "`{template}` is not in German");
    }
    assert_eq!(german.len(), templates.len(), "a German text is left over");
}

/// A message may be made of others: every one that it names is there.
#[test]
fn what_a_german_text_names_is_there() {
    let keys = keys("de");
    for (key, message) in messages(&std::fs::read_to_string(said_file("de")).unwrap()) {
        let named = message.split("{ ").skip(1).filter(|rest| !rest.starts_with(['$', '"']));
        for name in named.map(|rest| rest.split(' ').next().unwrap()) {
            assert!(keys.contains_key(name), "{key} names `{name}`");
        }
    }
}

/// Whatever takes a text of the law is in the table above; else a text of it would be missed.
#[test]
fn whatever_takes_a_text_of_the_law_is_known() {
    for code in sources() {
        for (at, opening) in code.text.match_indices("fn ") {
            let rest = &code.text[at + opening.len()..];
            let Some((name, _)) = rest.split_once('(').filter(|(name, _)| !name.contains([' ', '\n', '"']))
            else {
                continue;
            };
            let begin = at + opening.len() + name.len() + 1;
            let plain = name.split('<').next().unwrap();
            let params: Vec<&str> = code.args(begin).into_iter().map(|arg| code.text[arg].trim()).collect();
            let own = params.iter().filter(|param| !param.ends_with("self"));
            let taken: Vec<usize> = own
                .enumerate()
                .filter(|(_, param)| ["impl Into<Said>", "impl Told"].iter().any(|kind| param.contains(kind)))
                .map(|(n, _)| n)
                .collect();
            let known = TAKES.iter().any(|(takes, places)| {
                takes.rsplit([':', '.']).next() == Some(plain)
                    && taken.iter().all(|place| places.contains(place))
            });
            assert!(taken.is_empty() || known, "{}: `{plain}` takes texts at {taken:?}", code.name());
        }
    }
}

#[test]
fn a_text_is_found_wherever_it_stands() {
    let text = r#"
        check.that(a("x", b), &RULE, "/at", if c { "one" } else { say!("two {n}", n = f("y")) }, HELD);
        const HELD: &str =
            "three \
             parts";
        let hint = match d { '"' => "four", _ => say!("fi\"ve") };
    "#;
    let code = Code { path: PathBuf::from("law.rs"), text: text.to_owned() };
    let mut constants = BTreeSet::new();
    let mut found = code.templates(&mut constants);
    found.extend(code.constants(&constants));
    let found: BTreeSet<&str> = found.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(found, BTreeSet::from(["one", "two {n}", "three parts", "four", "fi\"ve"]));
}
