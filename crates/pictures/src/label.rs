//! Labels: how wide they are, cut to their place, and escaped.

/// The size of all text, in units: 8.5 points where the picture is 16 cm wide.
pub(crate) const SIZE: f64 = 12.0;

/// From one line of text to the next, in units.
pub(crate) const LEADING: f64 = 14.0;

/// A label longer than this is cut even in a `<title>`.
pub(crate) const LABEL_CHARS: usize = 400;

/// About how wide a label is, in units: rather too much than too little, since the font is chosen elsewhere.
pub(crate) fn width(label: &str) -> f64 {
    label.chars().map(|sign| em(sign) * SIZE).sum()
}

fn em(sign: char) -> f64 {
    match sign {
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' | ' ' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '('
        | ')' | '-' | '·' => 0.31,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' => 0.86,
        'A'..='Z' => 0.69,
        '\u{300}'..='\u{36f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' => 0.0,
        'a'..='z' => 0.53,
        '\0'..='\u{24f}' | '\u{2010}'..='\u{2015}' => 0.54,
        '\u{1100}'..='\u{11ff}'
        | '\u{2e80}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ffef}'
        | '\u{10000}'.. => 1.0,
        _ => 0.66,
    }
}

/// The label, or as much of it as has room, and an ellipsis; nothing where not even one sign has room.
pub(crate) fn fit(label: &str, room: f64) -> String {
    let label = line(label);
    if width(&label) <= room {
        return label;
    }
    let mut used = width("…");
    let mut cut = String::new();
    for sign in label.chars() {
        used += em(sign) * SIZE;
        if used > room {
            break;
        }
        cut.push(sign);
    }
    let cut = cut.trim_end();
    if cut.is_empty() { String::new() } else { format!("{cut}…") }
}

/// The label over at most `lines` lines, broken between words, the last one cut.
pub(crate) fn wrap(label: &str, room: f64, lines: usize) -> Vec<String> {
    let label = line(label);
    let mut wrapped: Vec<String> = Vec::new();
    let mut rest = label.as_str();
    while !rest.is_empty() && wrapped.len() < lines {
        if wrapped.len() + 1 == lines {
            wrapped.push(fit(rest, room));
            break;
        }
        let (head, tail) = broken(rest, room);
        wrapped.push(fit(head, room));
        rest = tail;
    }
    wrapped
}

/// As many words as have room, one at least, and the others.
fn broken(label: &str, room: f64) -> (&str, &str) {
    let mut at = label.len();
    for (place, _) in label.match_indices(' ').chain([(label.len(), "")]) {
        let (head, _) = label.split_at(place);
        if width(head) > room {
            break;
        }
        at = place;
    }
    if at == label.len() && width(label) > room {
        at = label.find(' ').unwrap_or(label.len());
    }
    let (head, tail) = label.split_at(at);
    (head, tail.trim_start())
}

/// The label on one line, without signs that XML does not allow.
fn line(label: &str) -> String {
    let mut line: String = label.chars().take(LABEL_CHARS).map(clean).collect();
    if label.chars().nth(LABEL_CHARS).is_some() {
        line.push('…');
    }
    line
}

fn clean(sign: char) -> char {
    match sign {
        '\t' | '\n' | '\r' => ' ',
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
        sign => sign,
    }
}

/// The label as text or as the value of an attribute in XML.
pub(crate) fn escape(label: &str) -> String {
    let mut escaped = String::new();
    for sign in line(label).chars() {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            sign => escaped.push(sign),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_cut_to_its_room_and_not_before() {
        assert_eq!(fit("Access control", 200.0), "Access control");
        let cut = fit("Access control", 50.0);
        assert!(cut.ends_with('…') && width(&cut) <= 50.0, "{cut}");
        assert_eq!(fit("Access control", 3.0), "");
    }

    #[test]
    fn a_label_breaks_between_words() {
        assert_eq!(wrap("Information security policy", 80.0, 3), ["Information", "security policy"]);
        assert_eq!(wrap("one two three four", 30.0, 1).len(), 1);
        assert_eq!(wrap("", 30.0, 2), Vec::<String>::new());
    }

    #[test]
    fn what_xml_does_not_allow_is_replaced() {
        assert_eq!(escape("a\0b\u{fffe}\n<\"'&>"), "a\u{fffd}b\u{fffd} &lt;&quot;&#39;&amp;&gt;");
        assert_eq!(escape(&"x".repeat(LABEL_CHARS + 1)).chars().count(), LABEL_CHARS + 1);
    }
}
