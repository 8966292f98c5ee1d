//! What people know about holidays, as tests.
use jiff::civil::{Date, date};

use super::*;

fn rules(text: &str) -> Holidays {
    toml::from_str(text).expect("the rules of this test parse")
}

fn days(rules: &Holidays, region: Option<&str>, year: i16) -> Vec<Date> {
    rules.dates("XX", region, year).expect("the country is known").into_iter().map(|day| day.date).collect()
}

#[test]
fn easter_is_where_the_churches_put_it() {
    for (year, month, day) in [(2015, 4, 5), (2016, 3, 27), (2019, 4, 21), (2024, 3, 31), (2025, 4, 20), (2038, 4, 25)]
    {
        assert_eq!(western_easter(year), Some(date(year, month, day)));
    }
    for (year, month, day) in [(2015, 4, 12), (2016, 5, 1), (2019, 4, 28), (2024, 5, 5), (2025, 4, 20), (2027, 5, 2)] {
        assert_eq!(orthodox_easter(year), Some(date(year, month, day)));
    }
}

#[test]
fn a_day_of_the_year_is_written_in_words() {
    let on = |text: &str| When::try_from(text.to_owned()).expect("these words are understood").in_year(2024);
    assert_eq!(on("12-25"), Some(date(2024, 12, 25)));
    assert_eq!(on("easter -2"), Some(date(2024, 3, 29)));
    assert_eq!(on("easter"), Some(date(2024, 3, 31)));
    assert_eq!(on("orthodox easter +1"), Some(date(2024, 5, 6)));
    assert_eq!(on("third monday in 01"), Some(date(2024, 1, 15)));
    assert_eq!(on("last monday in 05"), Some(date(2024, 5, 27)));
    assert_eq!(on("monday before 05-25"), Some(date(2024, 5, 20)));
    assert_eq!(on("monday before 05-20"), Some(date(2024, 5, 13)));
    assert_eq!(on("monday on or before 05-20"), Some(date(2024, 5, 20)));
    assert_eq!(on("saturday on or after 10-31"), Some(date(2024, 11, 2)));
    assert_eq!(on("wednesday after 05-15"), Some(date(2024, 5, 22)));
}

#[test]
fn words_that_describe_no_day_are_refused() {
    for text in
        ["", "13-01", "02-30", "easter tomorrow", "sixth monday in 01", "monday near 05-25", "first monday in 13"]
    {
        assert!(When::try_from(text.to_owned()).is_err(), "{text} was understood");
    }
}

#[test]
fn christmas_on_a_weekend_is_made_up_for_after_boxing_day_in_britain() {
    let rules = rules(
        r#"
        [XX]
        name = "Britain"
        [[XX.holiday]]
        name = "Christmas Day"
        on = "12-25"
        substitute = "next-free"
        [[XX.holiday]]
        name = "Boxing Day"
        on = "12-26"
        substitute = "next-free"
        "#,
    );
    assert_eq!(days(&rules, None, 2021), [25, 26, 27, 28].map(|day| date(2021, 12, day)));
    assert_eq!(days(&rules, None, 2022), [25, 26, 27].map(|day| date(2022, 12, day)));
    assert_eq!(rules.dates("XX", None, 2022).expect("known")[2].name, "Christmas Day");
}

#[test]
fn a_new_years_day_on_saturday_is_kept_in_the_year_before_in_america() {
    let rules =
        rules("[XX]\nname = \"US\"\n[[XX.holiday]]\nname = \"New Year\"\non = \"01-01\"\nsubstitute = \"nearest\"");
    assert_eq!(days(&rules, None, 2021), [date(2021, 1, 1), date(2021, 12, 31)]);
    assert_eq!(days(&rules, None, 2023), [date(2023, 1, 1), date(2023, 1, 2)]);
}

#[test]
fn a_region_keeps_its_own_days_and_those_of_the_country_but_not_those_it_left() {
    let rules = rules(
        r#"
        [XX]
        name = "X"
        regions = { A = "North", B = "South" }
        [[XX.holiday]]
        name = "All"
        on = "01-01"
        [[XX.holiday]]
        name = "North only"
        on = "02-01"
        regions = ["A"]
        [[XX.holiday]]
        name = "Not in the South"
        on = "03-01"
        not_regions = ["B"]
        from = 2020
        not_years = [2022]
        "#,
    );
    assert_eq!(days(&rules, None, 2020), [date(2020, 1, 1), date(2020, 3, 1)]);
    assert_eq!(days(&rules, Some("A"), 2020), [date(2020, 1, 1), date(2020, 2, 1), date(2020, 3, 1)]);
    assert_eq!(days(&rules, Some("B"), 2020), [date(2020, 1, 1)]);
    assert_eq!(days(&rules, None, 2019), [date(2019, 1, 1)]);
    assert_eq!(days(&rules, None, 2022), [date(2022, 1, 1)]);
}

#[test]
fn a_place_nobody_wrote_rules_for_is_named() {
    let rules = rules("[XX]\nname = \"X\"\nholiday = []");
    assert_eq!(rules.known("YY", None), Err(NoSuchPlace::Country { country: "YY".into() }));
    assert_eq!(rules.known("XX", Some("Q")), Err(NoSuchPlace::Region { country: "XX".into(), region: "Q".into() }));
}

#[test]
fn feast_days_lost_to_the_weekend_follow_the_feast() {
    let rules = rules(
        r#"
        [XX]
        name = "Gulf"
        rest_days = ["friday", "saturday"]
        [[XX.holiday]]
        name = "Feast"
        dates = ["2015-07-17"]
        days = 4
        substitute = "after-all"
        "#,
    );
    assert_eq!(days(&rules, None, 2015), [17, 18, 19, 20, 21, 22].map(|day| date(2015, 7, day)));
}
