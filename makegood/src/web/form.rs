//! Turns a posted form into a command, guided by the command's own shape; every field that makes no sense gets its sentence.
//!
//! Names are paths: `deadline.at`, `impacts[0].words`. A list of texts is one line each in a text area.
use super::ui::Typed;
use crate::said::{self, Zones};
use crate::words::t;
use casework::Command;
use casework::shape::{Field, Required, Shape};
use jiff::Timestamp;
use serde_json::{Map, Value, json};

/// Entries that a list in a form may have.
const ENTRIES: usize = 50;

/// Reads the command of that word; what is wrong is said beside the fields of `typed`.
pub fn command(word: &str, typed: &mut Typed, now: Timestamp, zones: &Zones) -> Option<Command> {
    let Some(Shape::Object(_, fields)) = Command::shape_of(word) else { return None };
    let mut reading = Reading { typed, now, zones };
    let value = reading.object(&fields, "");
    if !typed.is_fine() {
        return None;
    }
    match Command::read(word, value) {
        Some(Ok(command)) => Some(command),
        Some(Err(problem)) => {
            // The shape and the command say the same, so this is a field the shape cannot express.
            typed.wrong("", crate::words::t_with("form-not-understood", &[("problem", problem.to_string().into())]));
            None
        }
        None => None,
    }
}

struct Reading<'a> {
    typed: &'a mut Typed,
    now: Timestamp,
    zones: &'a Zones,
}

impl Reading<'_> {
    fn object(&mut self, fields: &[Field], prefix: &str) -> Value {
        let mut map = Map::new();
        for field in fields {
            let name = if prefix.is_empty() { field.name.to_owned() } else { format!("{prefix}.{}", field.name) };
            match self.value(&field.shape, &name) {
                Some(value) => drop(map.insert(field.name.to_owned(), value)),
                None if field.required == Required::Yes && !matches!(field.shape, Shape::List(_)) => {
                    self.typed.wrong(&name, t("form-needed").into_owned())
                }
                None => {}
            }
        }
        Value::Object(map)
    }

    fn value(&mut self, shape: &Shape, name: &str) -> Option<Value> {
        match shape {
            Shape::Optional(inner) => self.value(inner, name),
            Shape::List(inner) => self.list(inner, name),
            Shape::Object(_, fields) => self.any_below(name).then(|| self.object(fields, name)),
            _ => {
                let typed = self.typed.filled(name)?.to_owned();
                self.simple(shape, name, &typed)
            }
        }
    }

    fn any_below(&self, name: &str) -> bool {
        let (dot, bracket) = (format!("{name}."), format!("{name}["));
        self.typed.names().any(|n| (n.starts_with(&dot) || n.starts_with(&bracket)) && self.typed.filled(n).is_some())
    }

    fn list(&mut self, inner: &Shape, name: &str) -> Option<Value> {
        if let Shape::Object(_, fields) = inner {
            let present: Vec<usize> = (0..ENTRIES).filter(|n| self.any_below(&format!("{name}[{n}]"))).collect();
            let all: Vec<Value> = present.into_iter().map(|n| self.object(fields, &format!("{name}[{n}]"))).collect();
            return (!all.is_empty()).then_some(Value::Array(all));
        }
        let lines: Vec<String> = self
            .typed
            .values(name)
            .flat_map(str::lines)
            .map(str::trim)
            .filter(|l| !l.is_empty())
            .take(ENTRIES)
            .map(str::to_owned)
            .collect();
        let all: Vec<Value> = lines.iter().filter_map(|line| self.simple(inner, name, line)).collect();
        (!all.is_empty()).then_some(Value::Array(all))
    }

    fn simple(&mut self, shape: &Shape, name: &str, typed: &str) -> Option<Value> {
        let read = match shape {
            Shape::Integer => typed.parse::<i64>().ok().map(|n| json!(n)).ok_or("form-number"),
            Shape::Truth => Ok(json!(matches!(typed, "yes" | "on" | "true" | "1"))),
            Shape::Time => said::time(typed, self.now, self.zones).map(|at| json!(at)).ok_or("form-time"),
            Shape::Date => said::date(typed, self.now, &self.zones.ours).map(|day| json!(day)).ok_or("form-date"),
            Shape::Id => typed.parse::<uuid::Uuid>().map(|id| json!(id)).map_err(|_| "form-choose"),
            Shape::OneOf(words) => words.contains(&typed).then(|| json!(typed)).ok_or("form-choose"),
            _ => Ok(json!(typed)),
        };
        read.map_err(|key| self.typed.wrong(name, t(key).into_owned())).ok()
    }
}

/// The pairs of `application/x-www-form-urlencoded` bytes; what is not UTF-8 is replaced, never dropped.
pub fn typed(bytes: &[u8]) -> Typed {
    let plain = |part: &[u8]| {
        let mut out = Vec::with_capacity(part.len());
        let mut rest = part.iter();
        while let Some(byte) = rest.next() {
            match byte {
                b'+' => out.push(b' '),
                b'%' => {
                    let hex: Vec<u8> = rest.clone().take(2).copied().collect();
                    match std::str::from_utf8(&hex)
                        .ok()
                        .and_then(|h| u8::from_str_radix(h, 16).ok())
                        .filter(|_| hex.len() == 2)
                    {
                        Some(decoded) => {
                            out.push(decoded);
                            rest.nth(1);
                        }
                        None => out.push(b'%'),
                    }
                }
                other => out.push(*other),
            }
        }
        String::from_utf8_lossy(&out).into_owned()
    };
    let pairs = bytes.split(|b| *b == b'&').filter(|p| !p.is_empty()).map(|pair| {
        let mut halves = pair.splitn(2, |b| *b == b'=');
        (plain(halves.next().unwrap_or(&[])), plain(halves.next().unwrap_or(&[])))
    });
    Typed::from_pairs(pairs)
}
