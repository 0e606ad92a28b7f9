//! Just as much of DER (ITU-T X.690) as a timestamp needs: values one after the other, each within the one it stands in.

use super::TimestampFault;

pub(super) const BOOLEAN: u8 = 0x01;
pub(super) const INTEGER: u8 = 0x02;
pub(super) const OCTET_STRING: u8 = 0x04;
pub(super) const NULL: u8 = 0x05;
pub(super) const OID: u8 = 0x06;
pub(super) const GENERALIZED_TIME: u8 = 0x18;
pub(super) const SEQUENCE: u8 = 0x30;
pub(super) const SET: u8 = 0x31;
/// Constructed, specific to its context, number 0.
pub(super) const CONTEXT_0: u8 = 0xa0;

/// A value: its tag, its content, and both with its length as they stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Value<'b> {
    pub(super) tag: u8,
    pub(super) content: &'b [u8],
    pub(super) whole: &'b [u8],
}

impl<'b> Value<'b> {
    /// The values within it.
    pub(super) const fn inner(&self) -> Reader<'b> {
        Reader(self.content)
    }
}

/// Bytes that are read value by value.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'b>(pub(super) &'b [u8]);

impl<'b> Reader<'b> {
    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The next value, whatever it is.
    pub(super) fn any(&mut self) -> Result<Value<'b>, TimestampFault> {
        let bytes = self.0;
        let (&tag, rest) = bytes.split_first().ok_or(TimestampFault::Form)?;
        // Tags of more than one byte do not occur, nor do lengths that are not said.
        let (&first, rest) = rest.split_first().ok_or(TimestampFault::Form)?;
        if tag & 0x1f == 0x1f {
            return Err(TimestampFault::Form);
        }
        let (length, rest) = match first {
            0..=0x7f => (usize::from(first), rest),
            0x81..=0x84 => {
                let (bytes, rest) =
                    rest.split_at_checked(usize::from(first & 0x7f)).ok_or(TimestampFault::Form)?;
                let length = bytes.iter().fold(0_usize, |length, byte| length << 8 | usize::from(*byte));
                // The shortest form is the only one.
                if length < 0x80 || bytes.first() == Some(&0) {
                    return Err(TimestampFault::Form);
                }
                (length, rest)
            }
            _ => return Err(TimestampFault::Form),
        };
        let (content, rest) = rest.split_at_checked(length).ok_or(TimestampFault::Form)?;
        self.0 = rest;
        let whole = bytes.get(..bytes.len() - rest.len()).ok_or(TimestampFault::Form)?;
        Ok(Value { tag, content, whole })
    }

    /// The next value, which must have this tag.
    pub(super) fn value(&mut self, tag: u8) -> Result<Value<'b>, TimestampFault> {
        let value = self.any()?;
        if value.tag == tag { Ok(value) } else { Err(TimestampFault::Form) }
    }

    /// The next value, if it has this tag.
    pub(super) fn optional(&mut self, tag: u8) -> Result<Option<Value<'b>>, TimestampFault> {
        if self.0.first() == Some(&tag) { self.value(tag).map(Some) } else { Ok(None) }
    }
}

/// A value put together.
pub(super) fn put(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut out = vec![tag];
    let length = content.len();
    if let Ok(short @ 0..=0x7f) = u8::try_from(length) {
        out.push(short);
    } else {
        let bytes: Vec<u8> = length.to_be_bytes().into_iter().skip_while(|byte| *byte == 0).collect();
        out.push(0x80 | u8::try_from(bytes.len()).unwrap_or_default());
        out.extend_from_slice(&bytes);
    }
    out.extend_from_slice(content);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_together_is_read_again_and_nothing_else_is() {
        for length in [0, 1, 127, 128, 255, 256, 70_000] {
            let content = vec![7; length];
            let bytes = put(OCTET_STRING, &content);
            let mut reader = Reader(&bytes);
            let value = reader.value(OCTET_STRING).unwrap();
            assert_eq!((value.content, value.whole), (content.as_slice(), bytes.as_slice()));
            assert!(reader.is_empty());
            assert!(Reader(&bytes).value(SEQUENCE).is_err());
            assert!(Reader(&bytes[..bytes.len() - 1]).any().is_err(), "{length}");
        }
        for bad in [
            &[][..],
            &[0x30],
            &[0x30, 0x80],
            &[0x30, 0x81, 0x01, 0],
            &[0x30, 0x85, 0, 0, 0, 0, 1],
            &[0x1f, 0x81, 0],
        ] {
            assert!(Reader(bad).any().is_err(), "{bad:?}");
        }
    }
}
