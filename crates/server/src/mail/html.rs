//! A letter as HTML: the same words as the plain text, in our look. No picture, no script, nothing from anywhere else.

/// The style of a letter; programs that read mail know little of style sheets.
const BODY: &str = "margin:0;padding:24px 12px;background:#fdfcf9;color:#1d1b18;font:16px/1.55 system-ui,'Segoe UI',Roboto,sans-serif";
const SHEET: &str = "max-width:34rem;margin:0 auto;padding:24px 28px;background:#ffffff;border:1px solid #ddd8cd;border-top:4px solid #7a2e1d";
const TITLE: &str = "margin:0 0 16px;font:600 21px/1.3 Georgia,'Times New Roman',serif";
const PARAGRAPH: &str = "margin:0 0 14px";
const BUTTON: &str = "display:inline-block;padding:10px 18px;background:#7a2e1d;color:#ffffff;text-decoration:none;border-radius:4px;word-break:break-all";
const FOOT: &str =
    "margin:20px 0 0;padding-top:12px;border-top:1px solid #ece8df;color:#5c574f;font-size:14px";

/// A page of a letter's plain text: paragraphs are parted by empty lines, a line that is an address alone is a link, and what stands after a
/// line `--` is its foot.
pub(super) fn page(language: &str, subject: &str, body: &str) -> String {
    let (text, foot) = body.split_once("\n-- \n").unwrap_or((body, ""));
    let mut out = String::with_capacity(body.len() * 2 + 1_500);
    let title = escaped(subject);
    out.push_str(&format!(
        "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>{title}</title></head>\n<body style=\"{BODY}\"><div style=\"{SHEET}\"><h1 style=\"{TITLE}\">{title}</h1>\n",
        escaped(language)
    ));
    for paragraph in text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
        out.push_str(&format!("<p style=\"{PARAGRAPH}\">{}</p>\n", lines(paragraph)));
    }
    if !foot.trim().is_empty() {
        out.push_str(&format!("<p style=\"{FOOT}\">{}</p>\n", lines(foot.trim())));
    }
    out.push_str("</div></body></html>\n");
    out
}

fn lines(paragraph: &str) -> String {
    let lines: Vec<String> = paragraph.lines().map(line).collect();
    lines.join("<br>\n")
}

fn line(text: &str) -> String {
    let is_address = ["https://", "http://"].iter().any(|scheme| text.starts_with(scheme))
        && !text.contains(char::is_whitespace);
    let text = escaped(text);
    if is_address { format!("<a style=\"{BUTTON}\" href=\"{text}\">{text}</a>") } else { text }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_a_letter_is_text_and_an_address_is_a_link() {
        let page =
            page("en", "A <b>", "Hello,\n\n1 < 2 & \"3\"\nhttps://a.example/x?y=1&z=\"\n\n-- \nAssize");
        assert!(page.contains("<title>A &lt;b&gt;</title>"), "{page}");
        assert!(page.contains("1 &lt; 2 &amp; &quot;3&quot;<br>"), "{page}");
        assert!(page.contains("href=\"https://a.example/x?y=1&amp;z=&quot;\""), "{page}");
        assert!(page.contains("Assize</p>"));
        for foreign in ["<img", "<script", "<link", "src=", "url("] {
            assert!(!page.contains(foreign), "{foreign}");
        }
    }
}
