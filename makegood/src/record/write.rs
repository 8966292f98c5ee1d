//! Writes a record. Each line is made once; what is hashed and signed are the bytes as they stand in the file.
use super::{BYTES_OF_LINES, LINES_AT_MOST, SigningKey, VERSION, hash, signature_line, signed_words};
use serde::Serialize;
use serde_json::{Map, Value, json};

/// What stands above the lines.
#[derive(Clone, Debug)]
pub struct Head {
    pub installation: Installation,
    pub customer: String,
    /// The number of the case.
    pub case: String,
    pub title: String,
    pub language: String,
    /// The time zone of the times in words.
    pub zone: String,
    /// RFC 3339, UTC.
    pub made: String,
}

/// Who keeps the case, and where.
#[derive(Clone, Debug, Serialize)]
pub struct Installation {
    pub name: String,
    pub address: String,
}

/// One thing that was told, to the customer or by them.
#[derive(Clone, Debug, Serialize)]
pub struct Told {
    /// RFC 3339, UTC.
    pub time: String,
    /// The same on the customer's clock, as it is said.
    pub when: String,
    pub who: Who,
    /// What kind of thing it is; the same word in every language.
    pub told: String,
    pub words: String,
    pub fields: Map<String, Value>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Who {
    pub role: Role,
    pub name: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Customer,
    Supplier,
}

#[derive(Serialize)]
struct FirstLine<'a> {
    record: String,
    line: usize,
    installation: &'a Installation,
    customer: &'a str,
    case: &'a str,
    title: &'a str,
    language: &'a str,
    zone: &'a str,
    made: &'a str,
    /// Ed25519, in hex.
    key: String,
    fingerprint: String,
}

#[derive(Serialize)]
struct Line<'a, T> {
    line: usize,
    before: &'a str,
    #[serde(flatten)]
    said: T,
}

/// The file, in the order given. What does not fit is counted in a line of its own, with the sentence for it.
///
/// # Errors
/// When something of it is no JSON, which none of these types can be.
pub fn write(
    key: &SigningKey,
    head: &Head,
    told: &[Told],
    left_out: impl Fn(usize) -> String,
) -> Result<Vec<u8>, serde_json::Error> {
    let public = key.public();
    let mut file = File::begin(&FirstLine {
        record: format!("makegood-record/{VERSION}"),
        line: 1,
        installation: &head.installation,
        customer: &head.customer,
        case: &head.case,
        title: &head.title,
        language: &head.language,
        zone: &head.zone,
        made: &head.made,
        key: public.hex(),
        fingerprint: public.fingerprint(),
    })?;
    let mut written = 0;
    for said in told.iter().take(LINES_AT_MOST) {
        if !file.has_room_for(said)? {
            break;
        }
        file.add(said)?;
        written += 1;
    }
    if written < told.len() {
        let rest = told.len() - written;
        file.add(json!({ "told": "left-out", "words": left_out(rest), "fields": { "lines": rest } }))?;
    }
    Ok(file.signed(key))
}

/// The bytes so far, and what the next line has to begin with.
struct File {
    bytes: Vec<u8>,
    lines: usize,
    last: String,
}

impl File {
    fn begin(head: &FirstLine<'_>) -> Result<Self, serde_json::Error> {
        let mut file = Self { bytes: vec![], lines: 0, last: String::new() };
        file.push(&serde_json::to_vec(head)?);
        Ok(file)
    }
    fn has_room_for(&self, said: &Told) -> Result<bool, serde_json::Error> {
        Ok(self.bytes.len() + serde_json::to_vec(said)?.len() < BYTES_OF_LINES)
    }
    fn add(&mut self, said: impl Serialize) -> Result<(), serde_json::Error> {
        let line = serde_json::to_vec(&Line { line: self.lines + 1, before: &self.last, said })?;
        self.push(&line);
        Ok(())
    }
    fn push(&mut self, line: &[u8]) {
        self.last = hash(line);
        self.bytes.extend_from_slice(line);
        self.bytes.push(b'\n');
        self.lines += 1;
    }
    fn signed(mut self, key: &SigningKey) -> Vec<u8> {
        let signature = key.sign(&signed_words(&self.last));
        let line = signature_line(self.lines + 1, &self.last.clone(), &signature);
        self.push(line.as_bytes());
        self.bytes
    }
}
