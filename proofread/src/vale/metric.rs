//! Formulas of readability: what they count, and their value.
use super::yaml::Odd;

/// What a formula may count.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    pub words: f64,
    pub sentences: f64,
    pub paragraphs: f64,
    pub characters: f64,
    pub syllables: f64,
    /// Words of more than six letters.
    pub long_words: f64,
    /// Words of three syllables and more.
    pub hard_words: f64,
}

impl Counts {
    fn named(&self, name: &str) -> Option<f64> {
        Some(match name {
            "words" => self.words,
            "sentences" => self.sentences.max(1.0),
            "paragraphs" => self.paragraphs.max(1.0),
            "characters" => self.characters,
            "syllables" => self.syllables,
            "long_words" => self.long_words,
            "complex_words" | "polysyllabic_words" => self.hard_words,
            _ => return None,
        })
    }

    pub fn add(&mut self, text: &str) {
        for word in text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').filter(|w| !w.is_empty()) {
            let letters = word.chars().filter(|c| c.is_alphanumeric()).count();
            let syllables = syllables(word);
            self.words += 1.0;
            self.characters += letters as f64;
            self.syllables += syllables as f64;
            self.long_words += f64::from(u8::from(letters > 6));
            self.hard_words += f64::from(u8::from(syllables >= 3));
        }
    }
}

/// Groups of vowels, without a silent e at the end; one at least.
pub fn syllables(word: &str) -> usize {
    let low = word.to_lowercase();
    let vowel = |c: char| "aeiouyäöüáéíóúàèìòùâêîôûąęåæø".contains(c);
    let letters: Vec<char> = low.chars().collect();
    let groups = letters.iter().zip(std::iter::once(&' ').chain(&letters)).filter(|(c, b)| vowel(**c) && !vowel(**b));
    let silent = low.ends_with('e') && !low.ends_with("le") && groups.clone().count() > 1;
    groups.count().saturating_sub(usize::from(silent)).max(1)
}

/// A formula such as `(0.39 * (words / sentences)) + (11.8 * (syllables / words)) - 15.59`, and what its value may not be.
#[derive(Clone, Debug, PartialEq)]
pub struct Metric {
    formula: Sum,
    /// `<`, `<=`, `>`, `>=`, `==`, `!=` and a number: told when it holds.
    told: (String, f64),
}

#[derive(Clone, Debug, PartialEq)]
enum Sum {
    Number(f64),
    Count(String),
    Root(Box<Sum>),
    Of(char, Box<Sum>, Box<Sum>),
}

impl Metric {
    /// # Errors
    /// What of the formula is not understood.
    pub fn read(formula: &str, condition: &str, line: usize) -> Result<Self, Odd> {
        let mut reader = Reader { left: formula.trim(), levels: 0 };
        let read = reader.sum().filter(|_| reader.left.is_empty());
        let formula = read.ok_or_else(|| Odd::new(line, format!("the formula is not understood: {formula}")))?;
        let condition = condition.trim();
        let digits = condition.find(|c: char| !"<>=! ".contains(c)).unwrap_or(condition.len());
        let (sign, number) = condition.split_at(digits);
        let known = ["<", "<=", ">", ">=", "==", "!="].contains(&sign.trim());
        let number = number.trim().parse().ok().filter(|_| known);
        let number = number.ok_or_else(|| Odd::new(line, format!("the condition is not understood: {condition}")))?;
        Ok(Self { formula, told: (sign.trim().to_owned(), number) })
    }

    /// The value, when it is to be told.
    pub fn told(&self, counts: &Counts) -> Option<f64> {
        let value = self.formula.value(counts).filter(|v| v.is_finite())?;
        let (sign, wanted) = (&self.told.0, self.told.1);
        let holds = match sign.as_str() {
            "<" => value < wanted,
            "<=" => value <= wanted,
            ">" => value > wanted,
            ">=" => value >= wanted,
            "==" => (value - wanted).abs() < 1e-9,
            _ => (value - wanted).abs() >= 1e-9,
        };
        holds.then_some(value)
    }
}

impl Sum {
    fn value(&self, counts: &Counts) -> Option<f64> {
        Some(match self {
            Sum::Number(number) => *number,
            Sum::Count(name) => counts.named(name)?,
            Sum::Root(of) => of.value(counts)?.sqrt(),
            Sum::Of(sign, a, b) => {
                let (a, b) = (a.value(counts)?, b.value(counts)?);
                match sign {
                    '+' => a + b,
                    '-' => a - b,
                    '*' => a * b,
                    _ => a / b,
                }
            }
        })
    }
}

/// Brackets within brackets; a formula has fewer.
const LEVELS_AT_MOST: usize = 32;

struct Reader<'a> {
    left: &'a str,
    levels: usize,
}

impl Reader<'_> {
    fn take(&mut self, among: &[char]) -> Option<char> {
        let found = self.left.chars().next().filter(|c| among.contains(c))?;
        self.left = self.left[found.len_utf8()..].trim_start();
        Some(found)
    }

    fn sum(&mut self) -> Option<Sum> {
        let mut all = self.product()?;
        while let Some(sign) = self.take(&['+', '-']) {
            all = Sum::Of(sign, Box::new(all), Box::new(self.product()?));
        }
        Some(all)
    }

    fn product(&mut self) -> Option<Sum> {
        let mut all = self.one()?;
        while let Some(sign) = self.take(&['*', '/']) {
            all = Sum::Of(sign, Box::new(all), Box::new(self.one()?));
        }
        Some(all)
    }

    fn one(&mut self) -> Option<Sum> {
        if self.take(&['(']).is_some() {
            self.levels += 1;
            let inner = if self.levels > LEVELS_AT_MOST { None } else { self.sum() };
            self.levels -= 1;
            let inner = inner?;
            return self.take(&[')']).map(|_| inner);
        }
        let long =
            self.left.find(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '_').unwrap_or(self.left.len());
        let (said, rest) = self.left.split_at(long);
        self.left = rest.trim_start();
        if let Ok(number) = said.parse() {
            return Some(Sum::Number(number));
        }
        if said == "math.sqrt" && self.left.starts_with('(') {
            return self.one().map(|of| Sum::Root(Box::new(of)));
        }
        let counted = Counts::default().named(said).is_some();
        counted.then(|| Sum::Count(said.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_reckoned_as_it_is_written() {
        let counts = Counts { words: 100.0, sentences: 4.0, syllables: 150.0, ..Counts::default() };
        let grade = "(0.39 * (words / sentences)) + (11.8 * (syllables / words)) - 15.59";
        let metric = Metric::read(grade, "> 8", 3).expect("a formula");
        assert!(metric.told(&counts).is_some_and(|v| (v - 11.86).abs() < 0.01));
        assert_eq!(Metric::read(grade, "> 12", 3).expect("a formula").told(&counts), None);
        assert!(Metric::read("1 + math.sqrt(4 * 4)", "== 5", 3).expect("a formula").told(&counts).is_some());
        assert_eq!(Metric::read("words +", "> 8", 3).map_err(|odd| odd.line), Err(3));
        assert!(Metric::read("os.exit(1)", "> 8", 3).is_err());
    }

    #[test]
    fn syllables_are_groups_of_vowels() {
        for (word, count) in [("time", 1), ("delivery", 4), ("table", 2), ("brrr", 1)] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }
}
