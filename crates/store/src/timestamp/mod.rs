//! Timestamps of an authority after RFC 3161: what is asked, and what an answer proves. Pure: bytes in, a time or a fault out.
//!
//! An answer is a signature (RFC 5652) over a message imprint and a time, by a certificate that is for timestamping alone. It is checked that
//! the imprint is that of the bytes, that the certificate is the one that the signature names (RFC 5816), that it was good for timestamping
//! at that time and goes back to the authority's own that is given, and that the signature holds. Whether it was revoked is not asked.

mod der;

use std::time::Duration;

use assize_domain::kernel::time::Timestamp;
use aws_lc_rs::digest::{self, Digest};
use rustls_pki_types::pem::PemObject as _;
use rustls_pki_types::{CertificateDer, SignatureVerificationAlgorithm, TrustAnchor, UnixTime};
use webpki::{EndEntityCert, KeyUsage, anchor_from_trusted_cert};

use self::der::{
    BOOLEAN, CONTEXT_0, GENERALIZED_TIME, INTEGER, NULL, OCTET_STRING, OID, Reader, SEQUENCE, SET, put,
};

/// The longest answer that is read, in bytes.
pub const TIMESTAMP_BYTES_MAX: usize = 256 * 1024;
/// The length of the number by which an answer is known to be to a question, in bytes.
pub const NONCE_BYTES: usize = 8;

/// The identifiers of things, as they stand in DER.
mod oids {
    pub(super) const SIGNED_DATA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
    pub(super) const TST_INFO: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x01, 0x04];
    pub(super) const CONTENT_TYPE: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x03];
    pub(super) const MESSAGE_DIGEST: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x04];
    pub(super) const SIGNING_CERTIFICATE: &[u8] =
        &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x02, 0x0c];
    pub(super) const SIGNING_CERTIFICATE_V2: &[u8] =
        &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x02, 0x2f];
    pub(super) const SHA_256: &[u8] = &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01];
    pub(super) const SHA_384: &[u8] = &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x02];
    pub(super) const SHA_512: &[u8] = &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x03];
    /// What a certificate is for: timestamping.
    pub(super) const FOR_TIMESTAMPING: &[u8] = &[0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x03, 0x08];
}

/// How something is hashed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hash {
    /// For the names of certificates in older answers alone.
    Sha1,
    Sha256,
    Sha384,
    Sha512,
}

impl Hash {
    fn read(oid: &[u8]) -> Result<Self, TimestampFault> {
        match oid {
            oids::SHA_256 => Ok(Self::Sha256),
            oids::SHA_384 => Ok(Self::Sha384),
            oids::SHA_512 => Ok(Self::Sha512),
            _ => Err(TimestampFault::Algorithm),
        }
    }

    fn of(self, bytes: &[u8]) -> Digest {
        let algorithm = match self {
            Self::Sha1 => &digest::SHA1_FOR_LEGACY_USE_ONLY,
            Self::Sha256 => &digest::SHA256,
            Self::Sha384 => &digest::SHA384,
            Self::Sha512 => &digest::SHA512,
        };
        digest::digest(algorithm, bytes)
    }
}

/// Why an answer proves nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TimestampFault {
    /// It is not one.
    #[error("it is no timestamp that can be read")]
    Form,
    /// The authority refuses.
    #[error("the authority gave no timestamp (status {0})")]
    Refused(u8),
    /// It is of other bytes.
    #[error("it is of something else: its imprint is another")]
    Imprint,
    /// It answers another question.
    #[error("it is the answer to another question: its nonce is another")]
    Nonce,
    /// It is signed by a certificate that is not in it, or that its signature does not name.
    #[error("the certificate that its signature names is not in it")]
    Signer,
    /// A way of hashing or signing that is not taken.
    #[error("it is signed in a way that is not taken: SHA-256, SHA-384 or SHA-512 with RSA or ECDSA are")]
    Algorithm,
    /// The signature does not hold.
    #[error("its signature does not hold")]
    Signature,
    /// The certificate does not go back to the one that is trusted, was not good at that time, or is for something else.
    #[error(
        "its certificate is not one of the authority that is trusted, for timestamping, at that time: {0}"
    )]
    Chain(String),
}

/// The authorities that are trusted: certificates of theirs.
#[derive(Clone, Debug)]
pub struct TimestampAuthorities(Vec<TrustAnchor<'static>>);

impl TimestampAuthorities {
    /// Reads certificates in PEM.
    ///
    /// # Errors
    /// What cannot be read.
    pub fn read(pem: &[u8]) -> Result<Self, String> {
        let mut anchors = Vec::new();
        for certificate in CertificateDer::pem_slice_iter(pem) {
            let certificate = certificate.map_err(|error| error.to_string())?;
            let anchor = anchor_from_trusted_cert(&certificate).map_err(|error| error.to_string())?;
            anchors.push(anchor.to_owned());
        }
        if anchors.is_empty() { Err("it holds no certificate".to_owned()) } else { Ok(Self(anchors)) }
    }
}

/// The question for a timestamp of bytes, in DER. The nonce is random.
#[must_use]
pub fn timestamp_query(bytes: &[u8], nonce: [u8; NONCE_BYTES]) -> Vec<u8> {
    let hash = Hash::Sha256.of(bytes);
    let algorithm = put(SEQUENCE, &[put(OID, oids::SHA_256), put(NULL, &[])].concat());
    let imprint = put(SEQUENCE, &[algorithm, put(OCTET_STRING, hash.as_ref())].concat());
    let whole = [put(INTEGER, &[1]), imprint, put(INTEGER, &positive(nonce)), put(BOOLEAN, &[0xff])].concat();
    put(SEQUENCE, &whole)
}

/// A number without a sign, in the shortest form.
fn positive(nonce: [u8; NONCE_BYTES]) -> Vec<u8> {
    let mut bytes: Vec<u8> = nonce.into_iter().skip_while(|byte| *byte == 0).collect();
    if bytes.first().is_none_or(|first| first & 0x80 != 0) {
        bytes.insert(0, 0);
    }
    bytes
}

/// The parts of an answer that are looked at.
struct Answer<'b> {
    /// What was signed: the message imprint and the time.
    content: &'b [u8],
    certificates: Vec<CertificateDer<'b>>,
    digest: Hash,
    /// The attributes that were signed, as they stand but for the tag.
    attributes: &'b [u8],
    signature_algorithm: &'b [u8],
    signature: &'b [u8],
}

/// The time that an answer proves for bytes. `nonce` is that of the question, where it is known.
///
/// # Errors
/// [`TimestampFault`].
pub fn timestamp_of(
    bytes: &[u8],
    response: &[u8],
    nonce: Option<[u8; NONCE_BYTES]>,
    trusted: &TimestampAuthorities,
) -> Result<Timestamp, TimestampFault> {
    let answer = read(response)?;
    let at = info(answer.content, bytes, nonce)?;
    let signer = signer(&answer)?;
    let others: Vec<CertificateDer<'_>> =
        answer.certificates.iter().filter(|other| **other != signer).cloned().collect();
    let leaf = EndEntityCert::try_from(&signer).map_err(|error| TimestampFault::Chain(error.to_string()))?;
    signed(&answer, &leaf)?;
    let seconds = u64::try_from(at.millis() / 1_000).map_err(|_| TimestampFault::Form)?;
    let time = UnixTime::since_unix_epoch(Duration::from_secs(seconds));
    let usage = KeyUsage::required(oids::FOR_TIMESTAMPING);
    leaf.verify_for_usage(webpki::ALL_VERIFICATION_ALGS, &trusted.0, &others, time, usage, None, None)
        .map_err(|error| TimestampFault::Chain(error.to_string()))?;
    Ok(at)
}

/// The time that an answer says, unverified: for showing, where no authority is trusted.
///
/// # Errors
/// [`TimestampFault`], where it is not of these bytes, or answers another question.
pub fn timestamp_said(
    bytes: &[u8],
    response: &[u8],
    nonce: Option<[u8; NONCE_BYTES]>,
) -> Result<Timestamp, TimestampFault> {
    info(read(response)?.content, bytes, nonce)
}

fn read(response: &[u8]) -> Result<Answer<'_>, TimestampFault> {
    if response.len() > TIMESTAMP_BYTES_MAX {
        return Err(TimestampFault::Form);
    }
    let mut outer = Reader(response);
    let mut parts = outer.value(SEQUENCE)?.inner();
    if !outer.is_empty() {
        return Err(TimestampFault::Form);
    }
    let status = parts.value(SEQUENCE)?.inner().value(INTEGER)?;
    match status.content {
        // Granted, and granted with changes.
        [0 | 1] => {}
        other => return Err(TimestampFault::Refused(other.last().copied().unwrap_or(u8::MAX))),
    }
    let mut token = parts.value(SEQUENCE)?.inner();
    if token.value(OID)?.content != oids::SIGNED_DATA {
        return Err(TimestampFault::Form);
    }
    let mut data = token.value(CONTEXT_0)?.inner().value(SEQUENCE)?.inner();
    data.value(INTEGER)?;
    data.value(SET)?;
    let mut encapsulated = data.value(SEQUENCE)?.inner();
    if encapsulated.value(OID)?.content != oids::TST_INFO {
        return Err(TimestampFault::Form);
    }
    let content = encapsulated.value(CONTEXT_0)?.inner().value(OCTET_STRING)?.content;
    let mut certificates = Vec::new();
    if let Some(set) = data.optional(CONTEXT_0)? {
        let mut set = set.inner();
        while !set.is_empty() {
            let certificate = set.any()?;
            if certificate.tag == SEQUENCE {
                certificates.push(CertificateDer::from(certificate.whole));
            }
        }
    }
    // Lists of what was revoked, which are not looked at.
    data.optional(0xa1)?;
    let mut infos = data.value(SET)?.inner();
    let mut info = infos.value(SEQUENCE)?.inner();
    // One signature, as RFC 3161 asks.
    if !infos.is_empty() {
        return Err(TimestampFault::Form);
    }
    info.value(INTEGER)?;
    info.any()?;
    let digest = Hash::read(info.value(SEQUENCE)?.inner().value(OID)?.content)?;
    let attributes = info.value(CONTEXT_0)?.content;
    let signature_algorithm = info.value(SEQUENCE)?.inner().value(OID)?.content;
    let signature = info.value(OCTET_STRING)?.content;
    Ok(Answer { content, certificates, digest, attributes, signature_algorithm, signature })
}

/// Reads what was signed: that it is of these bytes, answers this question, and when.
fn info(content: &[u8], bytes: &[u8], nonce: Option<[u8; NONCE_BYTES]>) -> Result<Timestamp, TimestampFault> {
    let mut info = Reader(content).value(SEQUENCE)?.inner();
    if info.value(INTEGER)?.content != [1] {
        return Err(TimestampFault::Form);
    }
    info.value(OID)?;
    let mut imprint = info.value(SEQUENCE)?.inner();
    let algorithm = Hash::read(imprint.value(SEQUENCE)?.inner().value(OID)?.content)?;
    if imprint.value(OCTET_STRING)?.content != algorithm.of(bytes).as_ref() {
        return Err(TimestampFault::Imprint);
    }
    info.value(INTEGER)?;
    let at = time(info.value(GENERALIZED_TIME)?.content)?;
    // How exact it is, and whether times are in order.
    info.optional(SEQUENCE)?;
    info.optional(BOOLEAN)?;
    let said = info.optional(INTEGER)?.map(|said| said.content);
    match nonce {
        Some(nonce) if said != Some(positive(nonce).as_slice()) => Err(TimestampFault::Nonce),
        _ => Ok(at),
    }
}

/// `20261130142530Z`, or with a fraction of the second.
fn time(text: &[u8]) -> Result<Timestamp, TimestampFault> {
    let text = std::str::from_utf8(text).ok().and_then(|text| text.strip_suffix('Z'));
    let text = text.ok_or(TimestampFault::Form)?;
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() != 14 || !is_number(whole) || !is_number(fraction) {
        return Err(TimestampFault::Form);
    }
    let part = |range| whole.get(range).unwrap_or_default();
    let millis: String = fraction.chars().chain("000".chars()).take(3).collect();
    let (date, clock) = ([part(0..4), part(4..6), part(6..8)], [part(8..10), part(10..12), part(12..14)]);
    format!("{}T{}.{millis}Z", date.join("-"), clock.join(":")).parse().map_err(|_| TimestampFault::Form)
}

/// The values of an attribute that was signed; each stands once.
fn attribute<'b>(attributes: &'b [u8], wanted: &[u8]) -> Result<Option<Reader<'b>>, TimestampFault> {
    let mut reader = Reader(attributes);
    let mut found = None;
    while !reader.is_empty() {
        let mut attribute = reader.value(SEQUENCE)?.inner();
        let oid = attribute.value(OID)?.content;
        let values = attribute.value(SET)?.inner();
        if oid == wanted && found.replace(values).is_some() {
            return Err(TimestampFault::Form);
        }
    }
    Ok(found)
}

/// The certificate that the signature names by its digest (RFC 5816, RFC 2634).
fn signer<'b>(answer: &Answer<'b>) -> Result<CertificateDer<'b>, TimestampFault> {
    let (algorithm, hash) = match attribute(answer.attributes, oids::SIGNING_CERTIFICATE_V2)? {
        Some(mut values) => {
            let mut first = first_certificate(&mut values)?;
            let algorithm = match first.optional(SEQUENCE)? {
                Some(algorithm) => Hash::read(algorithm.inner().value(OID)?.content)?,
                None => Hash::Sha256,
            };
            (algorithm, first.value(OCTET_STRING)?.content)
        }
        None => {
            let found = attribute(answer.attributes, oids::SIGNING_CERTIFICATE)?;
            let mut first = first_certificate(&mut found.ok_or(TimestampFault::Signer)?)?;
            (Hash::Sha1, first.value(OCTET_STRING)?.content)
        }
    };
    let named = answer.certificates.iter().find(|certificate| algorithm.of(certificate).as_ref() == hash);
    named.cloned().ok_or(TimestampFault::Signer)
}

/// The first certificate that an attribute names.
fn first_certificate<'b>(values: &mut Reader<'b>) -> Result<Reader<'b>, TimestampFault> {
    let mut certificates = values.value(SEQUENCE)?.inner().value(SEQUENCE)?.inner();
    Ok(certificates.value(SEQUENCE)?.inner())
}

/// Checks that the attributes are of the content, and the signature over the attributes.
fn signed(answer: &Answer<'_>, signer: &EndEntityCert<'_>) -> Result<(), TimestampFault> {
    let kind =
        attribute(answer.attributes, oids::CONTENT_TYPE)?.ok_or(TimestampFault::Signature)?.value(OID)?;
    let said = attribute(answer.attributes, oids::MESSAGE_DIGEST)?
        .ok_or(TimestampFault::Signature)?
        .value(OCTET_STRING)?;
    if kind.content != oids::TST_INFO || said.content != answer.digest.of(answer.content).as_ref() {
        return Err(TimestampFault::Signature);
    }
    // What is signed is the set, not its place in the answer.
    let message = put(SET, answer.attributes);
    let holds = algorithms(answer)?
        .into_iter()
        .any(|algorithm| signer.verify_signature(algorithm, &message, answer.signature).is_ok());
    if holds { Ok(()) } else { Err(TimestampFault::Signature) }
}

/// How a signature may be verified: by what is signed with and how it was hashed.
fn algorithms(
    answer: &Answer<'_>,
) -> Result<Vec<&'static dyn SignatureVerificationAlgorithm>, TimestampFault> {
    use webpki::aws_lc_rs as with;
    const RSA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01];
    const ECDSA: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03];
    let (number, family) = answer.signature_algorithm.split_last().ok_or(TimestampFault::Form)?;
    // RSA with the digest that is named beside it, or in one with it.
    Ok(match (family, *number, answer.digest) {
        (RSA, 1 | 11, Hash::Sha256) => vec![with::RSA_PKCS1_2048_8192_SHA256],
        (RSA, 1 | 12, Hash::Sha384) => vec![with::RSA_PKCS1_2048_8192_SHA384],
        (RSA, 1 | 13, Hash::Sha512) => vec![with::RSA_PKCS1_2048_8192_SHA512],
        (ECDSA, 2, Hash::Sha256) => {
            vec![with::ECDSA_P256_SHA256, with::ECDSA_P384_SHA256, with::ECDSA_P521_SHA256]
        }
        (ECDSA, 3, Hash::Sha384) => {
            vec![with::ECDSA_P256_SHA384, with::ECDSA_P384_SHA384, with::ECDSA_P521_SHA384]
        }
        (ECDSA, 4, Hash::Sha512) => {
            vec![with::ECDSA_P256_SHA512, with::ECDSA_P384_SHA512, with::ECDSA_P521_SHA512]
        }
        _ => return Err(TimestampFault::Algorithm),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_what_openssl_writes() {
        // `openssl ts -query -digest e3b0… -sha256 -cert`, with another nonce.
        let query = timestamp_query(b"", [0x80, 1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(query[..5], [0x30, 0x44, 0x02, 0x01, 0x01]);
        let mut outer = Reader(&query).value(SEQUENCE).unwrap().inner();
        outer.value(INTEGER).unwrap();
        outer.value(SEQUENCE).unwrap();
        assert_eq!(outer.value(INTEGER).unwrap().content, [0, 0x80, 1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(outer.value(BOOLEAN).unwrap().content, [0xff]);
        assert_eq!(positive([0; NONCE_BYTES]), [0]);
        assert_eq!(positive([0, 0, 0, 0, 0, 0, 1, 0]), [1, 0]);
    }

    #[test]
    fn times_are_read_with_their_fractions() {
        for (text, read) in [
            ("20261130142530Z", "2026-11-30T14:25:30.000Z"),
            ("20261130142530.5Z", "2026-11-30T14:25:30.500Z"),
            ("20261130142530.1239Z", "2026-11-30T14:25:30.123Z"),
        ] {
            assert_eq!(time(text.as_bytes()).unwrap().to_string(), read);
        }
        for bad in [
            "",
            "Z",
            "20261130142530",
            "2026113014253Z",
            "20261330142530Z",
            "20261130142530.Z",
            "2026113014253xZ",
        ] {
            assert_eq!(time(bad.as_bytes()), Err(TimestampFault::Form), "{bad}");
        }
    }

    #[test]
    fn what_is_no_answer_is_a_fault_and_nothing_worse() {
        for bad in [&[][..], &[0x30, 0], &[0x30, 3, 0x02, 1, 0], &[0; 64], &[0xff; 64]] {
            assert_eq!(timestamp_said(b"", bad, None), Err(TimestampFault::Form), "{bad:?}");
        }
        let refused = put(SEQUENCE, &put(SEQUENCE, &put(INTEGER, &[2])));
        assert_eq!(timestamp_said(b"", &refused, None), Err(TimestampFault::Refused(2)));
    }
}
