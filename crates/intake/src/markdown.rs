//! Headings and title of Markdown. The text is the source itself, so that a quotation is found as it was written.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::text_out::TextOut;

/// Finds the headings in the text that `out` already holds.
pub(crate) fn read(out: &mut TextOut) {
    let source = out.text().to_owned();
    let (front_matter, body_offset_bytes) = front_matter(&source);
    out.title = front_matter.and_then(title_of);
    let body = source.get(body_offset_bytes..).unwrap_or("");
    let options = Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut open: Option<(u8, usize, String)> = None;
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        match (event, &mut open) {
            (Event::Start(Tag::Heading { level, .. }), _) => {
                open = Some((level as u8, body_offset_bytes + range.start, String::new()));
            }
            (Event::End(TagEnd::Heading(_)), Some((level, offset_bytes, words))) => {
                out.heading(*level, words, *offset_bytes);
                open = None;
            }
            (Event::Text(words) | Event::Code(words), Some((_, _, title))) => title.push_str(&words),
            (Event::SoftBreak | Event::HardBreak, Some((_, _, title))) => title.push(' '),
            _ => {}
        }
    }
}

/// The YAML between two lines of `---` at the very start, and where the body begins.
fn front_matter(source: &str) -> (Option<&str>, usize) {
    let fence = "---\n";
    let Some(rest) = source.strip_prefix(fence) else { return (None, 0) };
    let mut offset_bytes = fence.len();
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return (source.get(fence.len()..offset_bytes), offset_bytes + line.len());
        }
        offset_bytes += line.len();
    }
    (None, 0)
}

fn title_of(front_matter: &str) -> Option<String> {
    let value = front_matter.lines().find_map(|line| line.strip_prefix("title:"))?.trim();
    let unquoted = ['"', '\'']
        .into_iter()
        .find_map(|quote| value.strip_prefix(quote).and_then(|value| value.strip_suffix(quote)))
        .unwrap_or(value);
    Some(unquoted.to_owned())
}

#[cfg(test)]
mod tests {
    use crate::{DocumentKind, Limits, extract};

    fn headings(source: &str) -> Vec<(u8, String, String)> {
        let found = extract(DocumentKind::Markdown, source.as_bytes(), &Limits::default()).unwrap();
        found
            .headings
            .iter()
            .map(|h| {
                let line = found.text[h.offset_bytes..].lines().next().unwrap().to_owned();
                (h.level, h.title.clone(), line)
            })
            .collect()
    }

    #[test]
    fn headings_have_level_words_and_the_place_of_their_line() {
        let source = "---\ntitle: \"Access: Policy\"\n---\n\n# One `a` *b*\n\ntext\n\nTwo\n---\n\n```\n# no heading\n```\n\n### Drei ß\n";
        let found = headings(source);
        let expected = [(1, "One a b", "# One `a` *b*"), (2, "Two", "Two"), (3, "Drei ß", "### Drei ß")];
        assert_eq!(found.len(), expected.len());
        for ((level, title, line), (l, t, at)) in found.iter().zip(expected) {
            assert_eq!((*level, title.as_str(), line.as_str()), (l, t, at));
        }
    }

    #[test]
    fn the_title_is_that_of_the_front_matter_else_the_first_heading_else_the_first_line() {
        for (source, title) in [
            ("---\ntitle: 'Policy'\n---\n# Other", Some("Policy")),
            ("## Second\n# First", Some("First")),
            ("\nplain words\nmore", Some("plain words")),
            ("---\nnever: closed\n", Some("never: closed")),
            ("", None),
        ] {
            let found = extract(DocumentKind::Markdown, source.as_bytes(), &Limits::default()).unwrap();
            assert_eq!(found.title.as_deref(), title, "{source}");
        }
    }

    #[test]
    fn text_and_headings_beyond_the_limits_are_cut_and_flagged() {
        let limits = Limits { output_chars_max: 6, ..Limits::default() };
        let found = extract(DocumentKind::Markdown, "# äöü\n\n# b\n".as_bytes(), &limits).unwrap();
        assert_eq!((found.text.as_str(), found.chars, found.truncated), ("# äöü\n", 6, true));
        assert_eq!(found.headings.len(), 1);
        let limits = Limits { headings_max: 1, ..Limits::default() };
        let found = extract(DocumentKind::Markdown, b"# a\n\n# b\n", &limits).unwrap();
        assert_eq!((found.headings.len(), found.truncated), (1, true));
        assert!(found.text.ends_with("# b\n"));
    }
}
