//! Forms made from the schema of a command, so that every command has one and none lacks a field.
//!
//! A page may set a form of its own beside it: what counts is that the names of its controls are the JSON pointers of the
//! command's fields. What the law finds wrong comes back to the control of that name.

mod html;
mod posted;
mod schema;

use assize_domain::Kind;
use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::refusal::Refusal;
use assize_domain::kernel::said::Said;
use jiff::tz::TimeZone;
use serde_json::Value;
use std::collections::BTreeMap;

pub(crate) use self::posted::{Posted, Reader};
pub(crate) use self::schema::Shape;
use self::schema::{Fields, Format};
use super::words::{Words, is_money};

/// Something that may be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    /// What is sent.
    pub(crate) value: String,
    /// What is read.
    pub(crate) label: String,
}

impl Choice {
    pub(crate) fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

/// What may be chosen where.
#[derive(Clone, Debug, Default)]
pub(crate) struct Choices {
    /// The records of a kind.
    pub(crate) records: BTreeMap<Kind, Vec<Choice>>,
    /// At a place: its pointer, with `*` for the number of a row.
    pub(crate) places: BTreeMap<String, Vec<Choice>>,
}

impl Choices {
    fn at(&self, pointer: &str) -> Option<&[Choice]> {
        self.places.get(&place(pointer)).map(Vec::as_slice)
    }
}

/// A pointer with `*` for the numbers of rows.
fn place(pointer: &str) -> String {
    let part = |part: &str| if part.parse::<usize>().is_ok() { "*".to_owned() } else { part.to_owned() };
    pointer.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// What a form is made from.
#[derive(Debug)]
pub(crate) struct Making<'m> {
    /// The words.
    pub(crate) words: &'m Words,
    /// What may be chosen.
    pub(crate) choices: &'m Choices,
    /// The places that whoever set the form has filled in, and that are shown and not asked.
    pub(crate) fixed: &'m [String],
    /// What is wrong, and where.
    pub(crate) wrong: &'m [Wrong],
    /// The row that somebody wants to change, where a list is too long for all of its rows to stand open.
    pub(crate) open: Option<&'m str>,
    /// Gives fresh keys to rows.
    pub(crate) fresh: fn() -> String,
}

/// Where a field stands.
#[derive(Clone, Copy, Debug)]
struct Whence<'s> {
    /// The structure that it is a field of.
    of: &'s str,
    /// Whether it stands in a row of a list.
    in_row: bool,
    /// Whether what it stands in may be left out.
    free: bool,
    /// The time zone that stands beside it, in which its moments are said and read.
    zone: Option<&'s str>,
}

/// A control or a group of them.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// The place of its value: the name of its control.
    pub(crate) pointer: String,
    /// The name of the field above it.
    pub(crate) label: String,
    /// What helps to fill it in.
    pub(crate) help: Option<String>,
    /// Whether it must be filled in.
    pub(crate) required: bool,
    /// What is wrong with it.
    pub(crate) problems: Vec<String>,
    /// Whether a text of the organization can be put into it.
    pub(crate) offer: bool,
    /// The control.
    pub(crate) control: Control,
}

/// How a value is asked for.
#[derive(Clone, Debug)]
pub(crate) enum Control {
    /// Set already: shown, and sent along.
    Fixed { value: String, shown: String },
    /// Sent along and not shown: a key that nobody needs to read.
    Made { value: String },
    /// One line. `kind` is the type of the input.
    Line { value: String, kind: &'static str, chars_max: usize, list: Vec<Choice> },
    /// Several lines.
    Running { value: String, chars_max: usize },
    /// One of several.
    One { options: Vec<Choice>, chosen: String },
    /// Any of several.
    Ticks { options: Vec<(Choice, bool)> },
    /// A list of short texts, one a line.
    Lines { value: String },
    /// Yes or no.
    Truth { chosen: Option<bool> },
    /// A box to tick.
    Box { ticked: bool },
    /// Several controls.
    Group { nodes: Vec<Node> },
    /// A list of groups.
    Rows { rows: Vec<Row>, more: bool },
}

/// A row of a list.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// Its place.
    pub(crate) pointer: String,
    /// What is wrong with it as a whole.
    pub(crate) problems: Vec<String>,
    /// Its controls.
    pub(crate) nodes: Vec<Node>,
    /// Whether it is shut: told in a line, and its values carried along, until somebody wants to change it.
    pub(crate) shut: bool,
}

/// How heavy the rows of one list may be together, in bytes of their page, before they are shut: a page holds what people look at, and one row
/// is changed at a time.
const ROWS_BYTES_MAX: usize = 40_000;
/// How many rows with something wrong stand open at a time.
const ROWS_OPEN_MAX: usize = 4;
/// How many values tell what a row that is shut holds, and how long each.
const TOLD_MAX: usize = 3;
const TOLD_CHARS_MAX: usize = 60;

impl Row {
    /// What it holds, in a line.
    pub(crate) fn told(&self) -> String {
        let mut texts = Vec::new();
        self.nodes.iter().for_each(|node| node.texts(&mut texts));
        let said = texts.into_iter().map(|(_, _, text)| text).filter(|text| !text.trim().is_empty());
        let short = said.take(TOLD_MAX).map(|text| match text.char_indices().nth(TOLD_CHARS_MAX) {
            Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
            None => text,
        });
        short.collect::<Vec<_>>().join(" · ")
    }

    /// Its values as a browser sends them, by the names of their controls.
    pub(crate) fn carried(&self) -> Vec<(String, String)> {
        let mut values = Vec::new();
        self.nodes.iter().for_each(|node| node.values(&mut values));
        values
    }
}

impl Node {
    /// Offers a text of the organization in every control for running text whose place it fits.
    pub(crate) fn offered<T>(&mut self, fits: &impl Fn(&str) -> Option<T>) {
        match &mut self.control {
            Control::Running { .. } => self.offer = fits(&self.pointer).is_some(),
            Control::Group { nodes } => nodes.iter_mut().for_each(|node| node.offered(fits)),
            Control::Rows { rows, .. } => {
                let open = rows.iter_mut().filter(|row| !row.shut);
                open.flat_map(|row| &mut row.nodes).for_each(|node| node.offered(fits));
            }
            _ => {}
        }
    }

    /// The values it holds as a browser sends them.
    fn values(&self, out: &mut Vec<(String, String)>) {
        let mut put = |value: &str| {
            if !value.is_empty() {
                out.push((self.pointer.clone(), value.to_owned()));
            }
        };
        match &self.control {
            Control::Fixed { value, .. }
            | Control::Made { value }
            | Control::Line { value, .. }
            | Control::Running { value, .. }
            | Control::Lines { value } => put(value),
            Control::One { chosen, .. } => put(chosen),
            Control::Ticks { options } => {
                options.iter().filter(|(_, ticked)| *ticked).for_each(|(choice, _)| put(&choice.value));
            }
            Control::Truth { chosen } => put(&chosen.map(|chosen| chosen.to_string()).unwrap_or_default()),
            Control::Box { ticked } => put(if *ticked { "true" } else { "false" }),
            Control::Group { nodes } => nodes.iter().for_each(|node| node.values(out)),
            Control::Rows { rows, .. } => {
                rows.iter().flat_map(|row| &row.nodes).for_each(|node| node.values(out));
            }
        }
    }

    /// How many bytes of a page it is, roughly.
    fn weight(&self) -> usize {
        let own = 220 + self.label.len() + self.help.as_ref().map_or(0, String::len);
        let choices = |options: usize| 90 * options;
        own + match &self.control {
            Control::Made { value } | Control::Fixed { value, .. } => value.len(),
            Control::Line { value, list, .. } => value.len() + choices(list.len()),
            Control::Running { value, .. } | Control::Lines { value } => value.len(),
            Control::One { options, .. } => choices(options.len()),
            Control::Ticks { options } => choices(options.len()) + choices(options.len()) / 2,
            Control::Truth { .. } | Control::Box { .. } => 120,
            Control::Group { nodes } => nodes.iter().map(Self::weight).sum(),
            Control::Rows { rows, .. } => rows.iter().flat_map(|row| &row.nodes).map(Self::weight).sum(),
        }
    }

    /// The texts it holds, with the names of their places.
    pub(crate) fn texts(&self, out: &mut Vec<(String, String, String)>) {
        let text = match &self.control {
            Control::Line { value, .. } | Control::Running { value, .. } | Control::Lines { value } => {
                value.clone()
            }
            Control::One { options, chosen } => {
                let label = options.iter().find(|choice| choice.value == *chosen);
                label.map_or_else(|| chosen.clone(), |choice| choice.label.clone())
            }
            Control::Ticks { options } => {
                let ticked = options.iter().filter(|(_, ticked)| *ticked);
                ticked.map(|(choice, _)| choice.label.as_str()).collect::<Vec<_>>().join(", ")
            }
            Control::Truth { chosen } => chosen.map(|chosen| chosen.to_string()).unwrap_or_default(),
            Control::Box { ticked } => ticked.to_string(),
            Control::Fixed { .. } | Control::Made { .. } => return,
            Control::Group { nodes } => return nodes.iter().for_each(|node| node.texts(out)),
            Control::Rows { rows, .. } => {
                return rows.iter().flat_map(|row| &row.nodes).for_each(|node| node.texts(out));
            }
        };
        out.push((self.pointer.clone(), self.label.clone(), text));
    }

    /// Whether anything in it is filled in, or wrong.
    pub(crate) fn is_touched(&self) -> bool {
        let inner = match &self.control {
            Control::Group { nodes } => nodes.iter().any(Self::is_touched),
            Control::Rows { rows, .. } => !rows.is_empty(),
            Control::Line { value, .. } | Control::Running { value, .. } | Control::Lines { value } => {
                !value.is_empty()
            }
            Control::One { chosen, .. } => !chosen.is_empty(),
            Control::Ticks { options } => options.iter().any(|(_, ticked)| *ticked),
            Control::Truth { chosen } => chosen.is_some(),
            Control::Box { ticked } => *ticked,
            Control::Fixed { .. } => true,
            Control::Made { .. } => false,
        };
        inner || !self.problems.is_empty()
    }

    /// Whether it offers nothing to choose, and nothing is wrong with it.
    pub(crate) fn offers_nothing(&self) -> bool {
        self.problems.is_empty() && matches!(&self.control, Control::Ticks { options } if options.is_empty())
    }

    /// The id of the control in the page.
    pub(crate) fn id(&self) -> String {
        id_of(&self.pointer)
    }
}

/// The id in the page of the control at a place.
pub(crate) fn id_of(pointer: &str) -> String {
    format!("f{}", pointer.replace('/', "-"))
}

impl Making<'_> {
    /// The controls of a command's schema, holding `value`.
    pub(crate) fn nodes(&self, schema: &Value, value: &Value) -> Vec<Node> {
        match Shape::of(schema) {
            Shape::Fields { of, fields } => {
                let whence = Whence { of, in_row: false, free: false, zone: None };
                self.fields(fields, whence, Some(value), "")
            }
            _ => Vec::new(),
        }
    }

    /// What is wrong at no place that has a control.
    pub(crate) fn elsewhere(&self, nodes: &[Node]) -> Vec<Wrong> {
        let mut places = Vec::new();
        collect_places(nodes, &mut places);
        let known = |wrong: &&Wrong| !places.iter().any(|place| *place == wrong.at);
        self.wrong.iter().filter(known).cloned().collect()
    }

    fn fields<'s>(
        &self,
        fields: Fields<'s>,
        whence: Whence<'s>,
        value: Option<&'s Value>,
        pointer: &str,
    ) -> Vec<Node> {
        let whence = Whence { zone: value.and_then(|value| value.get("zone")?.as_str()), ..whence };
        let mut nodes: Vec<(u8, Node)> = fields
            .each()
            .map(|(name, schema, asked)| {
                let held = value.and_then(|value| value.get(name)).filter(|value| !value.is_null());
                let pointer = format!("{pointer}/{name}");
                let (shape, optional) = Shape::of(schema).present();
                let asked = asked && !optional && !whence.free;
                let node = Node {
                    label: self.words.field(whence.of, name),
                    help: self.words.field_help(whence.of, name),
                    required: asked,
                    problems: self.problems_at(&pointer),
                    offer: false,
                    control: self.control(shape, held, &pointer, Whence { free: !asked, ..whence }),
                    pointer,
                };
                (order(name, &node), node)
            })
            .collect();
        nodes.sort_by_key(|(order, _)| *order);
        nodes.into_iter().map(|(_, node)| node).collect()
    }

    fn problems_at(&self, pointer: &str) -> Vec<String> {
        self.wrong.iter().filter(|wrong| wrong.at == pointer).map(|wrong| wrong.said(self.words)).collect()
    }

    fn control<'s>(
        &self,
        shape: Shape<'s>,
        held: Option<&'s Value>,
        pointer: &str,
        whence: Whence<'s>,
    ) -> Control {
        let text = match held {
            Some(Value::Number(number)) if is_money(pointer) => self.words.number_in(pointer, number),
            held => held.map(text_of).unwrap_or_default(),
        };
        if self.fixed.iter().any(|fixed| fixed == pointer) {
            let known = self.options(shape, pointer).unwrap_or_default();
            let shown = known.into_iter().find(|choice| choice.value == text).map(|choice| choice.label);
            let shown = shown.or_else(|| super::pages::checklist::label(self.words, &text));
            return Control::Fixed { shown: shown.unwrap_or_else(|| text.clone()), value: text };
        }
        match shape {
            // A group that may be left out asks for nothing by itself.
            Shape::Fields { of, fields } => {
                Control::Group { nodes: self.fields(fields, Whence { of, ..whence }, held, pointer) }
            }
            Shape::OneOf { of, choices } => self.one_of(of, choices, held, pointer),
            Shape::List { items, len_max } => self.list(items, len_max, held, pointer),
            Shape::Truth if whence.in_row => {
                Control::Box { ticked: held.and_then(Value::as_bool) == Some(true) }
            }
            Shape::Truth => Control::Truth { chosen: held.and_then(Value::as_bool) },
            Shape::Maybe { of } => {
                self.control(Shape::of(of), held, pointer, Whence { free: true, ..whence })
            }
            Shape::Number => {
                let kind = if is_money(pointer) { "text" } else { "number" };
                Control::Line { value: text, kind, chars_max: 20, list: Vec::new() }
            }
            Shape::Words { .. } | Shape::Record { .. } => {
                Control::One { options: self.options(shape, pointer).unwrap_or_default(), chosen: text }
            }
            Shape::Text { format, chars_max } => {
                let zone = whence.zone.and_then(|zone| TimeZone::get(zone).ok());
                let zone = zone.as_ref().unwrap_or(self.words.zone());
                self.text(format, chars_max, text, pointer, zone)
            }
        }
    }

    fn text(
        &self,
        format: Format,
        chars_max: usize,
        text: String,
        pointer: &str,
        zone: &TimeZone,
    ) -> Control {
        let options = self.choices.at(pointer).map(<[Choice]>::to_vec);
        let line = |kind, value, list| Control::Line { value, kind, chars_max, list };
        match (format, options) {
            (Format::Key, None) if pointer.ends_with("/key") => {
                Control::Made { value: if text.is_empty() { (self.fresh)() } else { text } }
            }
            // Where more than the known may be given, the known is offered and not demanded.
            (Format::Requirement | Format::Line | Format::Zone | Format::Language, Some(list)) => {
                line("text", text, list)
            }
            (Format::Key, Some(list)) if posted::is_area(pointer) => line("text", text, list),
            (_, Some(options)) => Control::One { options, chosen: text },
            (Format::Running, None) => Control::Running { value: text, chars_max },
            (Format::Date, None) => line("date", text, Vec::new()),
            (Format::Moment, None) => line("datetime-local", local_moment(&text, zone), Vec::new()),
            (Format::Email, None) => line("email", text, Vec::new()),
            (Format::Days, None) => line("text", self.words.number(text), Vec::new()),
            (
                Format::Line
                | Format::Key
                | Format::Criteria
                | Format::Requirement
                | Format::Language
                | Format::Zone
                | Format::Digest,
                None,
            ) => line("text", text, Vec::new()),
        }
    }

    /// What may be chosen for a value of this shape at this place.
    fn options(&self, shape: Shape<'_>, pointer: &str) -> Option<Vec<Choice>> {
        if let Some(options) = self.choices.at(pointer) {
            return Some(options.to_vec());
        }
        match shape {
            Shape::Words { of, words } => {
                let words = words.iter().filter_map(Value::as_str);
                Some(words.map(|word| Choice::new(word, self.words.word(of, word))).collect())
            }
            Shape::Record { kind } => self.choices.records.get(&kind).cloned(),
            _ => None,
        }
    }

    fn list(&self, items: &Value, len_max: usize, held: Option<&Value>, pointer: &str) -> Control {
        let held: &[Value] = held.and_then(Value::as_array).map_or(&[], Vec::as_slice);
        let shape = Shape::of(items);
        if !matches!(shape, Shape::Fields { .. } | Shape::OneOf { .. }) {
            let chosen: Vec<String> = held.iter().map(text_of).collect();
            return match self.options(shape, pointer) {
                Some(options) => {
                    // What is held and no longer offered stays where it is until somebody takes it away.
                    let lost = chosen.iter().filter(|value| !options.iter().any(|one| one.value == **value));
                    let is_language = matches!(shape, Shape::Text { format: Format::Language, .. });
                    let named =
                        |value: &String| if is_language { self.words.tongue(value) } else { value.clone() };
                    let lost: Vec<Choice> = lost.map(|value| Choice::new(value, named(value))).collect();
                    let tick = |choice: Choice| (chosen.contains(&choice.value), choice);
                    let all = options.into_iter().chain(lost).map(tick);
                    Control::Ticks { options: all.map(|(ticked, choice)| (choice, ticked)).collect() }
                }
                None => Control::Lines { value: chosen.join("\n") },
            };
        }
        let rows = held.iter().enumerate().map(|(index, value)| {
            let pointer = format!("{pointer}/{index}");
            let nodes = match shape {
                Shape::Fields { of, fields } => {
                    let whence = Whence { of, in_row: true, free: false, zone: None };
                    self.fields(fields, whence, Some(value), &pointer)
                }
                Shape::OneOf { of, choices } => match self.one_of(of, choices, Some(value), &pointer) {
                    Control::Group { nodes } => nodes,
                    _ => Vec::new(),
                },
                _ => Vec::new(),
            };
            Row { problems: self.problems_at(&pointer), pointer, nodes, shut: false }
        });
        let mut rows: Vec<Row> = rows.collect();
        self.shut(&mut rows, held);
        Control::Rows { rows, more: held.len() < len_max }
    }

    /// Shuts the rows of a list that would be too heavy: all but the one that somebody wants to change, those that are new, and a few of those
    /// with something wrong in them.
    fn shut(&self, rows: &mut [Row], held: &[Value]) {
        let whole: usize = rows.iter().flat_map(|row| &row.nodes).map(Node::weight).sum();
        if rows.len() < 2 || whole <= ROWS_BYTES_MAX {
            return;
        }
        let mut wrong_open = 0;
        for (row, held) in rows.iter_mut().zip(held) {
            let within = format!("{}/", row.pointer);
            let is_wrong =
                self.wrong.iter().any(|wrong| wrong.at == row.pointer || wrong.at.starts_with(&within));
            let wanted = self.open.is_some_and(|open| open == row.pointer || open.starts_with(&within));
            let is_new = held.as_object().is_none_or(serde_json::Map::is_empty);
            wrong_open += usize::from(is_wrong);
            row.shut = !(wanted || is_new || (is_wrong && wrong_open <= ROWS_OPEN_MAX));
            if row.shut {
                let inner = self.wrong.iter().filter(|wrong| wrong.at.starts_with(&within));
                row.problems.extend(inner.map(|wrong| wrong.said(self.words)));
            }
        }
    }

    /// The choice of `is`, and the fields of every choice: those of the ones not chosen are left empty.
    fn one_of(&self, of: &str, choices: &[Value], held: Option<&Value>, pointer: &str) -> Control {
        let is = held.and_then(|held| held.get("is")).and_then(Value::as_str).unwrap_or_default();
        let words: Vec<&str> =
            choices.iter().filter_map(|choice| choice.pointer("/properties/is/const")?.as_str()).collect();
        let at = format!("{pointer}/is");
        let mut nodes = vec![Node {
            problems: self.problems_at(&at),
            pointer: at,
            label: self.words.field(of, "is"),
            help: None,
            required: true,
            offer: false,
            control: Control::One {
                options: words.into_iter().map(|word| Choice::new(word, self.words.word(of, word))).collect(),
                chosen: is.to_owned(),
            },
        }];
        for choice in choices {
            let Shape::Fields { fields, .. } = Shape::of(choice) else { continue };
            let whence = Whence { of, in_row: false, free: true, zone: None };
            let made = self.fields(fields, whence, held, pointer);
            nodes.extend(made.into_iter().filter(|node| !node.pointer.ends_with("/is")));
        }
        Control::Group { nodes }
    }
}

/// Fixed fields come first, since they say what the form is about; lists come last, since they may be long.
fn order(name: &str, node: &Node) -> u8 {
    match &node.control {
        Control::Fixed { .. } => 0,
        Control::Made { .. } => 1,
        _ if matches!(name, "kind" | "title" | "name" | "subject" | "requirements") => 2,
        Control::Line { .. }
        | Control::Running { .. }
        | Control::One { .. }
        | Control::Lines { .. }
        | Control::Truth { .. }
        | Control::Box { .. } => 3,
        Control::Group { .. } | Control::Ticks { .. } => 4,
        Control::Rows { .. } => 5,
    }
}

fn collect_places<'n>(nodes: &'n [Node], places: &mut Vec<&'n str>) {
    for node in nodes {
        if !matches!(node.control, Control::Made { .. } | Control::Fixed { .. }) {
            places.push(&node.pointer);
        }
        match &node.control {
            Control::Group { nodes } => collect_places(nodes, places),
            Control::Rows { rows, .. } => {
                for row in rows {
                    places.push(&row.pointer);
                    collect_places(&row.nodes, places);
                }
            }
            _ => {}
        }
    }
}

/// Something wrong with what was sent: what the form could not hold, or what the law refuses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wrong {
    /// Where: the place of a control, or none.
    pub(crate) at: String,
    /// What is wrong.
    pub(crate) what: String,
    /// What to do.
    pub(crate) hint: String,
    /// The id of the rule that refuses.
    pub(crate) rule: Option<&'static str>,
    /// What that rule asks for.
    pub(crate) asks: Option<String>,
    /// The clause it comes from, with its edition.
    pub(crate) clause: Option<&'static str>,
}

impl Wrong {
    /// Something wrong with the whole.
    pub(crate) const fn whole(what: String) -> Self {
        Self { at: String::new(), what, hint: String::new(), rule: None, asks: None, clause: None }
    }

    /// A problem of what was typed.
    pub(crate) fn of(words: &Words, problem: Problem) -> Self {
        let no_amount = is_money(&problem.at) && problem.what == "is not a whole number in range";
        let (what, hint) = if problem.what == "is missing" {
            (words.say("form-missing"), String::new())
        } else if no_amount {
            (words.say("form-amount"), words.say("form-amount-hint"))
        } else {
            (spoken(words, &problem.what), spoken(words, &problem.hint))
        };
        Self { at: problem.at, what, hint, rule: None, asks: None, clause: None }
    }

    /// A refusal of the law.
    pub(crate) fn refused(words: &Words, refusal: &Refusal) -> Self {
        Self {
            at: refusal.at.clone(),
            what: spoken(words, &refusal.what),
            hint: spoken(words, &refusal.hint),
            rule: Some(refusal.rule.id),
            asks: Some(words.rule(refusal.rule)),
            clause: Some(refusal.rule.clause),
        }
    }

    /// The whole of it in a line.
    pub(crate) fn said(&self, words: &Words) -> String {
        let what = if self.hint.is_empty() {
            self.what.clone()
        } else {
            words.with2("form-problem", "what", self.what.as_str(), "hint", self.hint.as_str())
        };
        match self.clause {
            Some(clause) => format!("{what} ({clause})"),
            None => what,
        }
    }
}

/// What the law says, in a line.
pub(crate) struct Spoken;

impl Spoken {
    /// A refusal.
    pub(crate) fn refused(words: &Words, refusal: &Refusal) -> String {
        Wrong { clause: None, ..Wrong::refused(words, refusal) }.said(words)
    }

    /// A problem of a value.
    pub(crate) fn problem(words: &Words, problem: &Problem) -> String {
        Wrong::of(words, problem.clone()).said(words)
    }
}

/// What the law says, with its commands called as their buttons are and its quotes as the language writes them.
pub(crate) fn spoken(words: &Words, said: &Said) -> String {
    called(words, words.said(said))
}

/// A text of the law with its commands called as their buttons are and its quotes as the language writes them.
pub(crate) fn called(words: &Words, said: String) -> String {
    let mut spoken = String::with_capacity(said.len());
    for (place, part) in said.split('`').enumerate() {
        match (place % 2 == 1, assize_domain::Command::NAMES.contains(&part)) {
            (false, _) => spoken.push_str(part),
            (true, true) => spoken.push_str(&words.quoted(&words.command(part))),
            (true, false) => spoken.push_str(&words.quoted(part)),
        }
    }
    // A mark without its pair is left as it is.
    if said.matches('`').count() % 2 == 1 { said } else { spoken }
}

/// A value as a control holds it.
fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// A moment as `datetime-local` takes it, in a zone; what is no moment stays as it was typed.
fn local_moment(text: &str, zone: &TimeZone) -> String {
    match text.parse::<jiff::Timestamp>() {
        Ok(instant) => {
            let local = instant.to_zoned_datetime(zone.clone());
            let (date, hour, minute) = (local.date(), local.hour(), local.minute());
            format!("{date}T{hour:02}:{minute:02}")
        }
        Err(_) => text.to_owned(),
    }
}

#[cfg(test)]
mod tests;
