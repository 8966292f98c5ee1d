//! Changing the file by a press: only the lines of one rule move, so that comments and order stay as somebody wrote them.
use super::Own;

impl Own {
    /// The file with a rule switched off.
    pub fn with_off(text: &str, id: &str) -> String {
        // What is off needs neither level nor exceptions.
        replaced(text, id, |_| vec!["off = true".to_owned()])
    }

    /// The file with one more exception for a rule.
    pub fn with_exception(text: &str, id: &str, phrase: &str) -> String {
        let phrase = quoted(phrase);
        replaced(text, id, |old| {
            let mut lines: Vec<String> = old.iter().filter(|l| !is_key(l, "off")).cloned().collect();
            match lines.iter_mut().find(|l| is_key(l, "except")).and_then(|l| Some((l.find('[')?, l))) {
                Some((open, line)) => {
                    let comma = if line[open + 1..].trim_start().starts_with(']') { "" } else { ", " };
                    line.insert_str(open + 1, &format!("{phrase}{comma}"));
                }
                None => lines.push(format!("except = [{phrase}]")),
            }
            lines
        })
    }
}

/// A word or phrase as TOML writes it.
fn quoted(phrase: &str) -> String {
    toml::Value::String(phrase.to_owned()).to_string()
}

fn is_key(line: &str, key: &str) -> bool {
    line.trim_start().strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='))
}

fn is_header(line: &str, id: &str) -> bool {
    let name = line.trim().strip_prefix("[rules.").and_then(|rest| rest.split_once(']')).map(|(name, _)| name.trim());
    name.is_some_and(|name| name == id || name.trim_matches(['"', '\'']) == id)
}

/// The lines of one rule's block anew; the block stands at the end where there was none.
fn replaced(text: &str, id: &str, change: impl Fn(&[String]) -> Vec<String>) -> String {
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let header = lines.iter().position(|l| is_header(l, id));
    let mut out: Vec<String> = vec![];
    match header {
        Some(at) => {
            let behind = lines[at + 1..].iter().position(|l| l.starts_with('[')).map_or(lines.len(), |n| at + 1 + n);
            let block = &lines[at + 1..behind];
            // Empty lines and comments before the next block belong to it.
            let own = block
                .iter()
                .rposition(|l| !l.trim().is_empty() && !l.trim_start().starts_with('#'))
                .map_or(0, |n| n + 1);
            out.extend_from_slice(&lines[..=at]);
            out.extend(change(&block[..own]));
            out.extend_from_slice(&block[own..]);
            out.extend_from_slice(&lines[behind..]);
        }
        None => {
            out.extend(lines);
            if out.last().is_some_and(|l| !l.trim().is_empty()) {
                out.push(String::new());
            }
            out.push(format!("[rules.{id}]"));
            out.extend(change(&[]));
        }
    }
    out.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_press_changes_one_block_and_keeps_the_rest() {
        let before = "# ours\n[rules.DS10]\nlevel = \"consider\"\nexcept = [\"soon ish\"]\n\n# words\n[words]\nglossary = [\"OTD\"]\n";
        let more = Own::with_exception(before, "DS10", "shortly \"so\"");
        assert!(
            more.contains("except = ['shortly \"so\"', \"soon ish\"]")
                || more.contains("except = [\"shortly \\\"so\\\"\", \"soon ish\"]"),
            "{more}"
        );
        assert!(more.contains("level = \"consider\"") && more.contains("\n# words\n[words]\n"));
        let off = Own::with_off(&more, "DS10");
        assert!(off.starts_with("# ours\n[rules.DS10]\noff = true\n\n# words\n"), "{off}");
        let again = Own::with_exception(&off, "DS10", "soon");
        assert!(again.starts_with("# ours\n[rules.DS10]\nexcept = [\"soon\"]\n"), "{again}");
        assert_eq!(Own::with_off("", "AP03"), "[rules.AP03]\noff = true\n");
        assert_eq!(Own::with_off("[words]\n", "AP03"), "[words]\n\n[rules.AP03]\noff = true\n");
    }
}
