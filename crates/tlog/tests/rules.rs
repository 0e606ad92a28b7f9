//! The rules of names, keys, notes and checkpoints: what each accepts and what it refuses.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "the helpers of a test may fail it")]

use assize_tlog::{
    CHECKPOINT_EXTENSIONS_MAX, CHECKPOINT_LINE_BYTES_MAX, Checkpoint, CheckpointError, KEY_NAME_BYTES_MAX,
    KeyError, KeyName, NOTE_BYTES_MAX, NOTE_SIGNATURES_MAX, Note, NoteError, Origin, SignerKey, TreeHead,
    VerifierKey, leaf_hash,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

fn signer(name: &str, seed: u8) -> SignerKey {
    SignerKey::from_seed(name.parse().unwrap(), &[seed; 32]).unwrap()
}

fn verifier(name: &str, seed: u8) -> VerifierKey {
    signer(name, seed).verifier_key().clone()
}

/// The text of a verifier key with the right id for any 32 bytes.
fn verifier_text(name: &str, public: &[u8; 32]) -> String {
    let typed = [&[1], public.as_slice()].concat();
    let id = Sha256::digest([name.as_bytes(), b"\n", &typed].concat());
    format!("{name}+{:02x}{:02x}{:02x}{:02x}+{}", id[0], id[1], id[2], id[3], STANDARD.encode(typed))
}

#[test]
fn names_of_keys() {
    let longest = "n".repeat(KEY_NAME_BYTES_MAX);
    for name in ["a", "example.com/log", "Prüfstelle", "\u{2014}", "a=b,c", "\u{180e}", longest.as_str()] {
        assert_eq!(name.parse::<KeyName>().unwrap().to_string(), name);
    }
    for length in [0, KEY_NAME_BYTES_MAX + 1] {
        let refused = "n".repeat(length).parse::<KeyName>();
        assert_eq!(refused, Err(KeyError::NameLength { found_bytes: length }));
    }
    for character in ['+', ' ', '\n', '\t', '\u{85}', '\u{a0}', '\u{2003}', '\u{3000}', '\0', '\u{1b}'] {
        let refused = format!("a{character}b").parse::<KeyName>();
        assert_eq!(refused, Err(KeyError::NameCharacter { character }));
    }
}

#[test]
fn texts_of_verifier_keys() {
    let key = verifier("example.com/log", 1);
    let text = key.to_string();
    assert_eq!(text.parse(), Ok(key.clone()));
    let public: [u8; 32] =
        STANDARD.decode(text.rsplit_once('+').unwrap().1).unwrap()[1..].try_into().unwrap();
    assert_eq!(verifier_text("example.com/log", &public).parse(), Ok(key.clone()));

    let id = key.id().to_string();
    let other = verifier("example.com/other", 1).id();
    let renamed = text.replace("/log", "/other");
    assert_eq!(renamed.parse::<VerifierKey>(), Err(KeyError::Id { written: key.id(), computed: other }));
    let malformed = [
        String::new(),
        "example.com/log".to_owned(),
        format!("example.com/log+{id}"),
        format!("{text}\n"),
        format!(" {text}"),
        format!("{text}="),
        text.replace(&id, &id.to_uppercase()),
        text.replace(&id, &id[1..]),
        text[..text.len() - 1].to_owned(),
    ];
    for text in malformed {
        assert!(text.parse::<VerifierKey>().is_err(), "{text:?}");
    }
    let of_type_2 = format!("a+{id}+{}", STANDARD.encode([2; 33]));
    assert_eq!(of_type_2.parse::<VerifierKey>(), Err(KeyError::Type { found: 2, wanted: 1 }));
}

#[test]
fn weak_public_keys_are_refused() {
    // Points of order 1, 2, 4 and 8, among them two that are not canonically encoded, and the y of no point.
    let mut one = [0; 32];
    one[0] = 1;
    let mut minus_one = [0xff; 32];
    (minus_one[0], minus_one[31]) = (0xec, 0x7f);
    let order_8 = [
        0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef, 0x98, 0xf0, 0xd5,
        0xdf, 0xac, 0x05, 0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88, 0x6d, 0x53, 0xfc, 0x05,
    ];
    let mut zero_again = [0xff; 32];
    (zero_again[0], zero_again[31]) = (0xed, 0x7f);
    let mut no_point = [0; 32];
    no_point[0] = 2;
    for public in [[0; 32], one, minus_one, order_8, zero_again, no_point] {
        assert_eq!(verifier_text("a", &public).parse::<VerifierKey>(), Err(KeyError::Public), "{public:?}");
    }
}

#[test]
fn a_second_encoding_of_a_sound_key_is_refused() {
    // y = 3 is on the curve; p + 3 is the same point, which ZIP 215 reads and RFC 8032 does not.
    let mut canonical = [0; 32];
    canonical[0] = 3;
    let mut again = [0xff; 32];
    (again[0], again[31]) = (0xf0, 0x7f);
    assert!(verifier_text("a", &canonical).parse::<VerifierKey>().is_ok());
    assert_eq!(verifier_text("a", &again).parse::<VerifierKey>(), Err(KeyError::Public));
}

#[test]
fn secret_keys_are_written_only_when_asked() {
    let key = signer("example.com/log", 9);
    let text = key.to_secret_text();
    let again: SignerKey = text.parse().unwrap();
    assert_eq!(again.verifier_key(), key.verifier_key());
    assert_eq!(again.to_secret_text(), text);
    let seed = STANDARD.encode([&[1_u8], [9; 32].as_slice()].concat());
    assert_eq!(*text, format!("PRIVATE+KEY+example.com/log+{}+{seed}", key.verifier_key().id()));
    assert_eq!(format!("{key:?}"), format!("SignerKey({})", key.verifier_key()));
    assert!(!format!("{key:?}").contains(&seed));

    let public = key.verifier_key().to_string();
    assert_eq!(public.parse::<SignerKey>().unwrap_err(), KeyError::SignerText);
    // Without this a secret pasted in the wrong place would become the name of a key.
    assert!(text.parse::<VerifierKey>().is_err());
    for refused in [text.replace("log", "other"), text.replace("PRIVATE", "private"), format!("{}\n", *text)]
    {
        let error = refused.parse::<SignerKey>().unwrap_err();
        assert!(!error.to_string().contains(&seed[4..]) && !format!("{error:?}").contains(&seed[4..]));
    }
}

#[test]
fn a_key_cut_short_is_not_filled_up() {
    // Seeds that end in zeroes: without a check of the length the rest of the text would be the same key.
    let key = SignerKey::from_seed("a".parse().unwrap(), &[0; 32]).unwrap();
    let text = key.to_secret_text();
    assert!(text.ends_with(&"A".repeat(42)));
    for cut in [4, 8, 40] {
        assert_eq!(text[..text.len() - cut].parse::<SignerKey>().unwrap_err(), KeyError::SignerText);
    }
    assert_eq!(format!("{}AAAA", *text).parse::<SignerKey>().unwrap_err(), KeyError::SignerText);
}

#[test]
fn forms_of_notes() {
    let key = signer("a", 1);
    let line = Note::sign("text\n", &[&key]).unwrap().signatures()[0].to_string();
    let foreign = format!("\u{2014} b {}", STANDARD.encode([0; 5]));
    let read = |bytes: String| Note::parse(bytes.as_bytes());
    for accepted in [
        format!("text\n\n{line}\n"),
        format!("text\n\n{foreign}\n{line}\n"),
        format!("\n\n{line}\n"),
        format!("a\n\n{foreign}\n\n{line}\n"),
        format!("a\n\n\n{line}\n"),
    ] {
        assert_eq!(read(accepted.clone()).unwrap().to_string(), accepted);
    }
    for refused in [
        String::new(),
        "text\n".to_owned(),
        "text\n\n".to_owned(),
        format!("\n{line}\n"),
        format!("text\n{line}\n"),
        format!("text\n\n{line}"),
    ] {
        assert_eq!(read(refused.clone()), Err(NoteError::Form), "{refused:?}");
    }
    let short = STANDARD.encode([0; 4]);
    for refused in [
        "text\n\n\n".to_owned(),
        format!("text\n\n{line} \n"),
        format!("text\n\n- a {}\n", &line[6..]),
        format!("text\n\n{}\n", line.replace(" a ", "  a ")),
        format!("text\n\n\u{2014} a {short}\n"),
        "text\n\n\u{2014} a\n".to_owned(),
        format!("text\n\n{}\n", line.trim_end_matches('=')),
    ] {
        let error = read(refused.clone()).unwrap_err();
        let line_1 = matches!(
            error,
            NoteError::SignatureLine { line: 1 } | NoteError::SignatureName { line: 1, .. } | NoteError::Form
        );
        assert!(line_1, "{refused:?}: {error}");
    }
    let second = format!("text\n\n{line}\n\u{2014} a+b {short}\n");
    assert!(matches!(read(second), Err(NoteError::SignatureName { line: 2, .. })));
    assert_eq!(read(format!("te\rxt\n\n{line}\n")), Err(NoteError::Control { character: '\r' }));
    assert_eq!(Note::parse(b"te\xffxt\n\n"), Err(NoteError::Utf8));
}

#[test]
fn limits_of_notes() {
    let key = signer("a", 1);
    let line = Note::sign("text\n", &[&key]).unwrap().signatures()[0].to_string();
    let with = |count: usize| format!("text\n\n{}", format!("{line}\n").repeat(count));
    let most = Note::parse(with(NOTE_SIGNATURES_MAX).as_bytes()).unwrap();
    assert_eq!(most.verify(&[verifier("a", 1)]).unwrap().signatures.len(), 1);
    assert_eq!(Note::parse(with(NOTE_SIGNATURES_MAX + 1).as_bytes()), Err(NoteError::SignatureCount));
    assert_eq!(Note::sign("text\n", &[]), Err(NoteError::SignatureCount));
    assert_eq!(Note::sign("text\n", &[&key; NOTE_SIGNATURES_MAX + 1]), Err(NoteError::SignatureCount));

    let room = NOTE_BYTES_MAX - 1 - line.len() - 1;
    let longest = Note::sign(format!("{}\n", "x".repeat(room - 1)), &[&key]).unwrap().to_string();
    assert_eq!(longest.len(), NOTE_BYTES_MAX);
    assert!(Note::parse(longest.as_bytes()).is_ok());
    let longer = NoteError::Length { found_bytes: NOTE_BYTES_MAX + 1 };
    assert_eq!(Note::sign(format!("{}\n", "x".repeat(room)), &[&key]), Err(longer.clone()));
    assert_eq!(Note::parse(format!("x{longest}").as_bytes()), Err(longer));
    assert_eq!(Note::sign("text", &[&key]), Err(NoteError::TextEnd));
    assert_eq!(Note::sign("te\txt\n", &[&key]), Err(NoteError::Control { character: '\t' }));
}

#[test]
fn signatures_of_known_and_unknown_keys() {
    let (log, witness) = (signer("log", 1), signer("witness", 2));
    let note = Note::sign("text\n", &[&log, &witness]).unwrap();
    let names = |signatures: &[assize_tlog::NoteSignature]| -> Vec<String> {
        signatures.iter().map(|signature| signature.name().to_string()).collect()
    };
    let verified = note.verify(&[verifier("log", 1)]).unwrap();
    assert_eq!(
        (names(&verified.signatures), names(&verified.unknown)),
        (vec!["log".into()], vec!["witness".into()])
    );
    let verified = note.verify(&[verifier("witness", 2), verifier("log", 1), verifier("log", 1)]).unwrap();
    assert_eq!(
        (names(&verified.signatures), verified.unknown.len()),
        (vec!["log".into(), "witness".into()], 0)
    );
    assert_eq!(verified.text, "text\n");
    assert_eq!(note.verify(&[]), Err(NoteError::Unsigned));
    // The same name with another key, and the same key with another name, are other keys.
    assert_eq!(note.verify(&[verifier("log", 3), verifier("gol", 1)]), Err(NoteError::Unsigned));

    // One good signature does not make up for a bad one.
    let other = Note::sign("other\n", &[&log, &witness]).unwrap();
    let log_line = note.signatures()[0].to_string();
    let [other_log, witness_line] = [0, 1].map(|at| other.signatures()[at].to_string());
    let mixed = Note::parse(format!("text\n\n{log_line}\n{witness_line}\n").as_bytes()).unwrap();
    assert!(mixed.verify(&[verifier("log", 1)]).is_ok());
    let bad = NoteError::Signature { name: "witness".parse().unwrap(), id: verifier("witness", 2).id() };
    assert_eq!(mixed.verify(&[verifier("log", 1), verifier("witness", 2)]), Err(bad.clone()));
    assert_eq!(mixed.verify(&[verifier("witness", 2)]), Err(bad));
    // Nor does it for a second one in the same name.
    let twice = Note::parse(format!("text\n\n{log_line}\n{other_log}\n").as_bytes()).unwrap();
    assert!(matches!(twice.verify(&[verifier("log", 1)]), Err(NoteError::Signature { .. })));
}

#[test]
fn a_malleated_signature_is_refused() {
    // The group order L, added to the second half of a signature: without a check of its range it would hold too.
    let order = hex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    let note = Note::sign("text\n", &[&signer("a", 1)]).unwrap();
    let mut bytes = [note.signatures()[0].id().as_bytes(), note.signatures()[0].bytes()].concat();
    let mut carry = 0_u16;
    for (byte, add) in bytes[36..].iter_mut().zip(order) {
        let sum = u16::from(*byte) + u16::from(add) + carry;
        (*byte, carry) = ((sum & 0xff) as u8, sum >> 8);
    }
    assert_eq!(carry, 0);
    let forged = Note::parse(format!("text\n\n\u{2014} a {}\n", STANDARD.encode(bytes)).as_bytes()).unwrap();
    assert!(matches!(forged.verify(&[verifier("a", 1)]), Err(NoteError::Signature { .. })));
}

fn hex(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap()).collect()
}

#[test]
fn origins() {
    let longest = "o".repeat(CHECKPOINT_LINE_BYTES_MAX);
    for origin in ["example.com/log", "a log+", longest.as_str()] {
        assert_eq!(origin.parse::<Origin>().unwrap().to_string(), origin);
    }
    let longer = "o".repeat(CHECKPOINT_LINE_BYTES_MAX + 1);
    for origin in ["", "a\nb", "a\n", "\r", longer.as_str()] {
        assert_eq!(origin.parse::<Origin>(), Err(CheckpointError::Origin));
    }
}

#[test]
fn texts_of_checkpoints() {
    let log = signer("log", 1);
    let root = leaf_hash(b"").to_base64();
    let read = |text: String| Checkpoint::parse(Note::sign(text, &[&log]).unwrap().to_string().as_bytes());
    let most = "line\n".repeat(CHECKPOINT_EXTENSIONS_MAX);
    let longest = format!("{}\n", "x".repeat(CHECKPOINT_LINE_BYTES_MAX));
    for (size, extensions) in
        [(0, ""), (1, "one extension\n"), (u64::MAX, most.as_str()), (10, longest.as_str()), (7, " \n")]
    {
        let text = format!("log\n{size}\n{root}\n{extensions}");
        let (checkpoint, note) = read(text.clone()).unwrap();
        assert_eq!(checkpoint.head(), TreeHead { size, root: leaf_hash(b"") });
        assert_eq!(checkpoint.extensions().concat(), extensions.replace('\n', ""));
        assert_eq!(checkpoint.to_string(), text);
        assert_eq!(checkpoint.sign(&[&log]).unwrap(), note);
    }

    for size in ["", "01", "00", "+1", "-1", " 1", "1 ", "1_0", "0x1", "18446744073709551616", "\u{0661}"] {
        assert_eq!(read(format!("log\n{size}\n{root}\n")).unwrap_err(), CheckpointError::Size, "{size}");
    }
    let unpadded = root.trim_end_matches('=');
    for root in ["", unpadded, &format!("{root}="), &format!(" {root}"), "AAAA"] {
        assert!(matches!(read(format!("log\n1\n{root}\n")), Err(CheckpointError::Root(_))), "{root}");
    }
    for text in ["\n", "log\n", "log\n1\n"] {
        assert_eq!(read(text.to_owned()).unwrap_err(), CheckpointError::Lines);
    }
    assert_eq!(read(format!("\n1\n{root}\n")).unwrap_err(), CheckpointError::Origin);
    for extension in ["\n", "a\n\n", &format!("x{longest}")] {
        assert_eq!(read(format!("log\n1\n{root}\n{extension}")).unwrap_err(), CheckpointError::Extension);
    }
    assert_eq!(read(format!("log\n1\n{root}\nline\n{most}")).unwrap_err(), CheckpointError::ExtensionCount);
}

#[test]
fn checkpoints_are_opened_for_their_log_alone() {
    let log = signer("log", 1);
    let head = TreeHead { size: 1, root: leaf_hash(b"") };
    let note = Checkpoint::new("log".parse().unwrap(), head).sign(&[&log]).unwrap().to_string();
    let (origin, keys) = ("log".parse().unwrap(), [verifier("log", 1)]);
    let opened = Checkpoint::open(note.as_bytes(), &origin, &keys).unwrap();
    assert_eq!((opened.checkpoint.head(), opened.checkpoint.origin()), (head, &origin));
    assert_eq!(opened.signatures[0].id(), keys[0].id());

    let other: Origin = "other".parse().unwrap();
    let refused = Checkpoint::open(note.as_bytes(), &other, &keys);
    assert_eq!(refused, Err(CheckpointError::OtherLog { expected: other, found: origin.clone() }));
    let unsigned = Err(CheckpointError::Note(NoteError::Unsigned));
    assert_eq!(Checkpoint::open(note.as_bytes(), &origin, &[verifier("log", 2)]), unsigned);
    assert_eq!(Checkpoint::open(note.as_bytes(), &origin, &[]), unsigned);
    let no_keys = Checkpoint::new(origin.clone(), head).sign(&[]);
    assert_eq!(no_keys, Err(CheckpointError::Note(NoteError::SignatureCount)));
    // A text that a known key signed but that is no checkpoint.
    let plain = Note::sign("log\n", &[&log]).unwrap().to_string();
    assert_eq!(Checkpoint::open(plain.as_bytes(), &origin, &keys), Err(CheckpointError::Lines));
}
