//! The pictures of the guide: taken by the browser's story of it, kept in `docs/guide/pictures`, and built into the binary.

/// A picture in the form WebP.
pub(crate) struct GuidePicture {
    /// The name of its file.
    pub(crate) name: &'static str,
    /// The file.
    pub(crate) bytes: &'static [u8],
}

macro_rules! pictures {
    ($( $name:literal ),* $(,)?) => {
        &[ $( GuidePicture {
            name: concat!($name, ".webp"),
            bytes: include_bytes!(concat!("../../../../docs/guide/pictures/", $name, ".webp")),
        } ),* ]
    };
}

/// Every picture of the guide.
pub(crate) const GUIDE_PICTURES: &[GuidePicture] = pictures![
    "audit-path",
    "audit-time",
    "composer",
    "coverage",
    "desk",
    "finding-at-the-auditee",
    "finding-closed",
    "letterhead",
    "plan",
    "programme",
    "programme-plan",
    "report",
    "setup",
    "team",
    "verify",
];

impl GuidePicture {
    /// The picture of a file's name.
    pub(crate) fn named(name: &str) -> Option<&'static Self> {
        GUIDE_PICTURES.iter().find(|picture| picture.name == name)
    }

    /// Its width and height in pixels, as the file's head says them; none where it is in no form that a browser writes.
    pub(crate) fn size(&self) -> Option<(u32, u32)> {
        size(self.bytes)
    }
}

/// The width and the height of a WebP file, by the chunk that it begins with: lossy, lossless or extended.
fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let little = |at: usize, count: usize| {
        let part = bytes.get(at..at + count)?;
        Some(part.iter().rev().fold(0_u32, |sum, byte| sum << 8 | u32::from(*byte)))
    };
    if bytes.get(0..4)? != b"RIFF" || bytes.get(8..12)? != b"WEBP" {
        return None;
    }
    match bytes.get(12..16)? {
        b"VP8 " => Some((little(26, 2)? & 0x3fff, little(28, 2)? & 0x3fff)),
        b"VP8L" => {
            let packed = little(21, 4)?;
            Some(((packed & 0x3fff) + 1, (packed >> 14 & 0x3fff) + 1))
        }
        b"VP8X" => Some((little(24, 3)? + 1, little(27, 3)? + 1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The most that one picture, and all together, may weigh.
    const PICTURE_BYTES_MAX: usize = 150_000;
    const ALL_BYTES_MAX: usize = 1_500_000;

    #[test]
    fn the_pictures_are_small_and_say_how_large_they_are_drawn() {
        for picture in GUIDE_PICTURES {
            assert!(picture.bytes.len() <= PICTURE_BYTES_MAX, "{}: {}", picture.name, picture.bytes.len());
            let (width, height) = picture.size().unwrap();
            assert!(
                (300..=1_440).contains(&width) && (100..=2_400).contains(&height),
                "{}: {width} x {height}",
                picture.name
            );
        }
        let all: usize = GUIDE_PICTURES.iter().map(|picture| picture.bytes.len()).sum();
        assert!(all <= ALL_BYTES_MAX, "{all}");
    }

    #[test]
    fn the_size_stands_where_each_form_has_it() {
        let head =
            |form: &[u8; 4], body: &[u8]| [b"RIFF\0\0\0\0WEBP", form.as_slice(), &[0; 4], body].concat();
        let lossy = head(b"VP8 ", &[0, 0, 0, 0x9d, 0x01, 0x2a, 0xa0, 0x05, 0x84, 0x03]);
        assert_eq!(size(&lossy), Some((1440, 900)));
        let extended = head(b"VP8X", &[0, 0, 0, 0, 0x9f, 0x05, 0, 0x83, 0x03, 0]);
        assert_eq!(size(&extended), Some((1440, 900)));
        // 1439 in 14 bits, then 899.
        let packed = (1439_u32 | 899 << 14).to_le_bytes();
        let lossless = head(b"VP8L", &[&[0x2f], packed.as_slice()].concat());
        assert_eq!(size(&lossless), Some((1440, 900)));
        assert_eq!((size(b"GIF89a"), size(b"")), (None, None));
    }
}
