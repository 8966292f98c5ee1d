//! The date of Easter, Western and Orthodox, as Gregorian dates.
use jiff::ToSpan;
use jiff::civil::Date;

/// Easter Sunday of the Western churches; the "anonymous Gregorian" computus of 1876.
pub(super) fn western_easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    date(year, h + l - 7 * m + 114)
}

/// Easter Sunday of the Orthodox churches: the Julian computus of Meeus, moved by the 13 days that separate the two
/// calendars from 1900 to 2099.
pub(super) fn orthodox_easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 4, y % 7, y % 19);
    let d = (19 * c + 15) % 30;
    let e = (2 * a + 4 * b - d + 34) % 7;
    date(year, d + e + 114)?.checked_add(13.days()).ok()
}

/// Both formulas end in month * 31 + day - 1.
fn date(year: i16, n: i32) -> Option<Date> {
    Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}
