//! A text as a picture that a telephone reads.

use qrcode::{Color, QrCode};

/// How many modules of white are around a code: the standard asks for four.
const QUIET: usize = 4;

/// The picture as SVG, with a label for whoever does not see it; nothing where the text is too long for one. It is black on white in every
/// scheme of colours, since telephones expect that.
pub(crate) fn picture(text: &str, label: &str) -> Option<String> {
    let code = QrCode::new(text.as_bytes()).ok()?;
    let width = code.width();
    let size = width + 2 * QUIET;
    let mut path = String::new();
    for (at, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            path.push_str(&format!("M{} {}h1v1h-1z", at % width + QUIET, at / width + QUIET));
        }
    }
    let label = label.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    Some(format!(
        "<svg class=\"qr\" viewBox=\"0 0 {size} {size}\" role=\"img\" aria-label=\"{label}\" shape-rendering=\"crispEdges\">\
         <rect width=\"{size}\" height=\"{size}\" fill=\"#fff\"/><path d=\"{path}\" fill=\"#000\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_a_picture_with_its_label() {
        let svg = picture("otpauth://totp/Assize:ann?secret=ABC", "a \"code\"").unwrap();
        assert!(svg.starts_with("<svg class=\"qr\"") && svg.contains("aria-label=\"a &quot;code&quot;\""));
        // The three finders are there: at the corners of a code of this size their first row is seven dark modules.
        assert!(svg.contains("M4 4h1") && svg.contains("M10 4h1") && !svg.contains("M11 4h1"));
        assert_ne!(svg, picture("otpauth://totp/Assize:ann?secret=ABD", "a \"code\"").unwrap());
        assert_eq!(picture(&"x".repeat(5_000), "too long"), None);
    }
}
