//! A Word file taken apart within bounds, refused where it holds more than text, and put together again.

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _, Write as _};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::{FillError, TemplateFlaw};

/// The most parts of a file.
const PARTS_MAX: usize = 1_000;
/// The largest size of all parts together, in bytes.
const TOTAL_BYTES_MAX: u64 = 32 * 1024 * 1024;
/// How many times as large as its packed form a part may be, once it is larger than [`FREE_BYTES`].
const RATIO_MAX: u64 = 200;
/// See [`RATIO_MAX`].
const FREE_BYTES: u64 = 1024 * 1024;
/// The longest text that a message quotes, in characters.
const QUOTED_CHARS_MAX: usize = 80;

/// Names of parts, or beginnings of their folders, that are programs, controls, or files of other programs.
const ACTIVE: [&str; 8] = [
    "vbaproject",
    "vbadata",
    "/activex/",
    "/embeddings/",
    "/ctrlprops/",
    "customui/",
    "/afchunk",
    "attachedtoolbars",
];
/// Kinds of content that are the same.
const ACTIVE_TYPES: [&str; 4] = ["macroenabled", "vbaproject", "activex", "oleobject"];
/// Fields that run something or fetch something.
const ACTIVE_FIELDS: [&str; 8] =
    ["DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "MACROBUTTON"];
/// The main part of a Word file.
const MAIN: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
/// What the other parts with text are, after the common beginning.
const TEXTS: [&str; 4] = ["header+xml", "footer+xml", "footnotes+xml", "endnotes+xml"];
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

/// A part of the file.
pub(super) struct Entry {
    name: String,
    bytes: Vec<u8>,
    /// The text, where it is a part that text stands in.
    text: Option<String>,
}

impl Entry {
    /// What the part is called, without folder and ending.
    pub(super) fn name(&self) -> &str {
        let name = self.name.rsplit('/').next().unwrap_or_default();
        name.strip_suffix(".xml").unwrap_or(name)
    }

    pub(super) fn text(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }
}

/// A Word file.
pub(super) struct Package {
    entries: Vec<Entry>,
    main: usize,
}

impl Package {
    /// Takes a file apart. What it declares of sizes is not believed.
    pub(super) fn open(file: &[u8]) -> Result<Self, Vec<TemplateFlaw>> {
        let mut entries = unpacked(file).map_err(|flaw| vec![flaw])?;
        let mut flaws = Vec::new();
        let types = entries.iter().find(|entry| entry.name == "[Content_Types].xml");
        let types = types.and_then(|entry| std::str::from_utf8(&entry.bytes).ok().map(str::to_owned));
        let Some(types) = types else { return Err(vec![TemplateFlaw::NoWordFile]) };
        let lower = types.to_ascii_lowercase();
        flaws.extend(
            ACTIVE_TYPES
                .iter()
                .filter(|kind| lower.contains(**kind))
                .map(|kind| TemplateFlaw::Active { what: (*kind).to_owned() }),
        );
        let kinds = overrides(&types).map_err(|()| vec![damaged("[Content_Types].xml")])?;
        let mut main = None;
        for (index, entry) in entries.iter_mut().enumerate() {
            let path = format!("/{}", entry.name);
            let kind = kinds.iter().find(|(name, _)| name.eq_ignore_ascii_case(&path)).map(|(_, kind)| kind);
            let is_main = kind.is_some_and(|kind| kind == MAIN);
            let is_text = is_main
                || kind.and_then(|kind| kind.strip_prefix(WORD)).is_some_and(|kind| TEXTS.contains(&kind));
            if is_main {
                main = Some(index);
            }
            if is_text {
                match String::from_utf8(entry.bytes.clone()) {
                    Ok(text) => entry.text = Some(text.trim_start_matches('\u{feff}').to_owned()),
                    Err(_) => flaws.push(damaged(&entry.name)),
                }
            }
            looked_at(entry, &mut flaws);
        }
        let Some(main) = main else {
            if flaws.is_empty() {
                flaws.push(TemplateFlaw::NoWordFile);
            }
            return Err(flaws);
        };
        if flaws.is_empty() { Ok(Self { entries, main }) } else { Err(flaws) }
    }

    /// The parts that text stands in, each with its place.
    pub(super) fn texts(&self) -> impl Iterator<Item = (usize, &Entry)> {
        self.entries.iter().enumerate().filter(|(_, entry)| entry.text.is_some())
    }

    /// Whether a part is the main one.
    pub(super) const fn is_main(&self, index: usize) -> bool {
        self.main == index
    }

    /// The file again, with other texts in some of its parts.
    pub(super) fn packed(&self, texts: &[(usize, String)]) -> Result<Vec<u8>, FillError> {
        let fault = |what: String| FillError::Packing { what };
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(zip::DateTime::default());
        for (index, entry) in self.entries.iter().enumerate() {
            let text = texts.iter().find(|(at, _)| *at == index).map(|(_, text)| text.as_bytes());
            zip.start_file(&*entry.name, options).map_err(|error| fault(error.to_string()))?;
            zip.write_all(text.unwrap_or(&entry.bytes)).map_err(|error| fault(error.to_string()))?;
        }
        Ok(zip.finish().map_err(|error| fault(error.to_string()))?.into_inner())
    }
}

fn damaged(part: &str) -> TemplateFlaw {
    TemplateFlaw::Damaged { part: quoted(part) }
}

/// A text out of the file as a message can hold it.
pub(super) fn quoted(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_control()).take(QUOTED_CHARS_MAX).collect()
}

fn unpacked(file: &[u8]) -> Result<Vec<Entry>, TemplateFlaw> {
    let mut zip = ZipArchive::new(Cursor::new(file)).map_err(|_| TemplateFlaw::NoWordFile)?;
    if zip.len() > PARTS_MAX {
        return Err(TemplateFlaw::TooLarge);
    }
    let mut names = BTreeSet::new();
    let mut entries = Vec::with_capacity(zip.len());
    let mut total: u64 = 0;
    for index in 0..zip.len() {
        let entry = zip.by_index(index).map_err(|_| TemplateFlaw::NoWordFile)?;
        let name = entry.name().map_err(|_| damaged("a name"))?.into_owned();
        let leads_out = name.starts_with('/')
            || name.contains(['\\', ':', '\0'])
            || name.split('/').any(|step| step == "..");
        if leads_out || !names.insert(name.to_ascii_lowercase()) {
            return Err(damaged(&name));
        }
        if name.ends_with('/') {
            continue;
        }
        let most = entry
            .compressed_size()
            .saturating_mul(RATIO_MAX)
            .max(FREE_BYTES)
            .min(TOTAL_BYTES_MAX.saturating_sub(total));
        let mut bytes = Vec::new();
        entry.take(most + 1).read_to_end(&mut bytes).map_err(|_| damaged(&name))?;
        if bytes.len() as u64 > most {
            return Err(TemplateFlaw::TooLarge);
        }
        total += bytes.len() as u64;
        entries.push(Entry { name, bytes, text: None });
    }
    Ok(entries)
}

/// The value of an attribute, as it is written but for the signs that had to be escaped.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|one| one.key.local_name().as_ref() == name)?;
    let value = found.value.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    Some(value.replace("&amp;", "&"))
}

/// What each part is, by the table of contents of the file.
fn overrides(types: &str) -> Result<Vec<(String, String)>, ()> {
    let mut found = Vec::new();
    each_element(types, |element| {
        if element.local_name().as_ref() == "Override" {
            found.extend(attribute(element, "PartName").zip(attribute(element, "ContentType")));
        }
    })?;
    Ok(found)
}

/// Calls with every element of a part; nothing where it is not well-formed or declares a type of document.
fn each_element(text: &str, mut call: impl FnMut(&BytesStart<'_>)) -> Result<(), ()> {
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => call(&element),
            Ok(Event::DocType(_)) | Err(_) => return Err(()),
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
        }
    }
}

/// What a part must not hold.
fn looked_at(entry: &Entry, flaws: &mut Vec<TemplateFlaw>) {
    let path = format!("/{}", entry.name.to_ascii_lowercase());
    if ACTIVE.iter().any(|active| path.contains(active)) {
        flaws.push(TemplateFlaw::Active { what: quoted(&entry.name) });
    }
    let is_relations = path.ends_with(".rels");
    if !is_relations && !path.ends_with(".xml") {
        return;
    }
    let Ok(text) = std::str::from_utf8(&entry.bytes) else {
        flaws.push(damaged(&entry.name));
        return;
    };
    if text.contains("<!DOCTYPE") || text.contains("<!ENTITY") {
        flaws.push(TemplateFlaw::Declares { part: quoted(&entry.name) });
        return;
    }
    let mut found = Vec::new();
    let read = each_element(text, |element| match element.local_name().as_ref() {
        "Relationship" if is_relations => {
            let is_outside =
                attribute(element, "TargetMode").is_some_and(|mode| mode.eq_ignore_ascii_case("External"));
            let is_link = attribute(element, "Type").is_some_and(|kind| kind.ends_with("/hyperlink"));
            if is_outside && !is_link {
                let target = attribute(element, "Target").unwrap_or_default();
                found.push(TemplateFlaw::Outside { target: quoted(&target) });
            }
        }
        "altChunk" => found.push(TemplateFlaw::Active { what: "altChunk".to_owned() }),
        "object" | "control" if entry.text.is_some() => {
            found.push(TemplateFlaw::Active { what: element.local_name().as_ref().to_owned() });
        }
        "fldSimple" => {
            found.extend(attribute(element, "instr").as_deref().and_then(active_field));
        }
        _ => {}
    });
    if read.is_err() {
        found.push(damaged(&entry.name));
    }
    if entry.text.is_some() {
        found.extend(instructions(text).iter().filter_map(|field| active_field(field)));
    }
    found.dedup();
    flaws.extend(found);
}

/// The instructions of the fields in a part: Word may break one into several pieces, so the pieces of a field are joined.
fn instructions(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut field = String::new();
    let mut is_instruction = false;
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => {
                is_instruction = element.local_name().as_ref() == "instrText";
                if element.local_name().as_ref() == "fldChar" {
                    all.push(std::mem::take(&mut field));
                }
            }
            Ok(Event::Empty(element)) if element.local_name().as_ref() == "fldChar" => {
                all.push(std::mem::take(&mut field));
            }
            Ok(Event::End(_)) => is_instruction = false,
            Ok(Event::Text(piece)) if is_instruction => field.push_str(&piece),
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    all.push(field);
    all
}

fn active_field(instruction: &str) -> Option<TemplateFlaw> {
    let name = instruction.split_whitespace().next()?.to_ascii_uppercase();
    ACTIVE_FIELDS.contains(&name.as_str()).then_some(TemplateFlaw::Active { what: name })
}
