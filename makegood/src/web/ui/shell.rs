//! The page around every page: head, header with the ways through the program, main, footer.

use maud::{DOCTYPE, Markup, Render, html};

use super::{Label, Live, Notice, keys};
use crate::web::assets::{self, Extra, extra};
use crate::web::paper;
use crate::words::{t, t_with};

/// What the page says about itself.
#[derive(Clone, Debug)]
pub struct Shell {
    title: Label,
    nav: Nav,
    who: Option<String>,
    firm: String,
    handling: Option<&'static str>,
    strip: Option<Markup>,
    notice: Option<Notice>,
    signals: Option<u64>,
    search: String,
    width: Width,
    live: Option<Live>,
    adds: Adds,
}

/// Whether a page needs more script than every page has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Adds {
    Nothing,
    Flow,
}

/// Where in the program a page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nav {
    RunToIt,
    Signals,
    Cases,
    Orders,
    Accounts,
    Insight,
    Settings,
    /// A page outside the ways of the header: sign-in, first run, search, an error.
    Elsewhere,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Width {
    Full,
    Narrow,
}

impl Shell {
    pub fn new(title: impl Into<Label>) -> Shell {
        Shell {
            title: title.into(),
            nav: Nav::Elsewhere,
            who: None,
            firm: String::new(),
            handling: None,
            strip: None,
            notice: None,
            signals: None,
            search: String::new(),
            width: Width::Full,
            live: None,
            adds: Adds::Nothing,
        }
    }

    pub fn nav(mut self, nav: Nav) -> Shell {
        self.nav = nav;
        self
    }

    /// The person who is signed in. Without one the header shows neither ways nor search.
    pub fn who(mut self, name: impl Into<String>) -> Shell {
        self.who = Some(name.into());
        self
    }

    /// Whose Makegood it is, beside the name of the program.
    pub fn firm(mut self, name: impl Into<String>) -> Shell {
        self.firm = name.into();
        self
    }

    /// Where everybody can read how we handle trouble; nothing while nobody published it.
    pub fn handling(mut self, way: Option<&'static str>) -> Shell {
        self.handling = way;
        self
    }

    /// A line above the page that leads through several pages: the guide, the tour.
    pub fn strip(mut self, strip: Option<Markup>) -> Shell {
        self.strip = strip;
        self
    }

    pub fn notice(mut self, notice: Notice) -> Shell {
        self.notice = Some(notice);
        self
    }

    /// How many signals wait for somebody.
    pub fn signals(mut self, count: u64) -> Shell {
        self.signals = Some(count);
        self
    }

    /// What was searched for, kept in the field.
    pub fn search(mut self, words: impl Into<String>) -> Shell {
        self.search = words.into();
        self
    }

    /// The page hears when what it shows moves.
    pub fn live(mut self, live: Live) -> Shell {
        self.live = Some(live);
        self
    }

    /// A page with a form in stages, times that are read back, or the key that goes on.
    pub fn flows(mut self) -> Shell {
        self.adds = Adds::Flow;
        self
    }

    /// One narrow column: sign-in, a single form.
    pub fn narrow(mut self) -> Shell {
        self.width = Width::Narrow;
        self
    }
}

/// A whole page. The body brings its own `h1`, best by [`heading`].
pub fn page(shell: Shell, body: Markup) -> Markup {
    let home = shell.title.as_str() == t("ui-product");
    html! {
        (DOCTYPE)
        html lang=(crate::words::spoken().tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { @if home { (shell.title) } @else { (shell.title) " · " (t("ui-product")) } }
                link rel="icon" type="image/svg+xml" href=(assets::icon().path);
                @for font in assets::fonts_at_once() { link rel="preload" href=(font.path) as="font" type=(font.content_type) crossorigin; }
                link rel="stylesheet" href=(assets::style().path);
                @if reviews(&body) { link rel="stylesheet" href=(assets::review_style().path); }
                @if paper::is_on(&body) { link rel="stylesheet" href=(assets::paper_style().path); }
                @if is_inside(&body) { link rel="stylesheet" href=(assets::inside_style().path); }
                @for script in assets::scripts() { script src=(script.path) defer {} }
                @if keeps(&body) { script src=(extra(Extra::Drafts).path) defer {} }
                @if connects(&body) { script src=(extra(Extra::Push).path) defer {} }
                @if reviews(&body) { script src=(extra(Extra::Review).path) defer {} }
                @if marks(&body) { script src=(extra(Extra::Spot).path) defer {} }
                @if shell.adds == Adds::Flow { script src=(extra(Extra::Flow).path) defer {} }
            }
            (body_of(&shell, &body))
        }
    }
}

/// Whether the page has a form that is kept while somebody types. No text of anybody's can look like it: its quotes are escaped.
fn keeps(body: &Markup) -> bool {
    body.0.contains(" data-keep=\"")
}

/// Whether a browser can be connected on the page.
fn connects(body: &Markup) -> bool {
    body.0.contains(" data-push=\"")
}

/// Whether the page has a text to leave, with its review beside it.
fn reviews(body: &Markup) -> bool {
    body.0.contains(" data-review=\"")
}

/// Whether it is the page of the causes, or a playbook that is written.
fn is_inside(body: &Markup) -> bool {
    marks(body) || [" class=\"disciplines", " class=\"playbook-"].iter().any(|class| body.0.contains(class))
}

/// Whether a spot is marked on a picture of it.
fn marks(body: &Markup) -> bool {
    body.0.contains(" data-spot=\"")
}

/// The script words times anew each minute; it finds the sentences here, so that they stay in the catalogue.
fn body_of(shell: &Shell, body: &Markup) -> Markup {
    let span = || [("span", "{span}".into())];
    let n = || [("n", "{n}".into())];
    html! {
        body data-who=[shell.who.as_deref()]
            data-now=(t("when-now")) data-due=(t_with("when-due-in", &span())) data-late=(t_with("when-late", &span()))
            data-ago=(t_with("when-ago", &span())) data-just=(t("when-just-now"))
            data-min=(t_with("when-minutes", &n())) data-hours=(t_with("when-hours", &n()))
            data-day=(t_with("when-days", &[("n", 1.into())])) data-days=(t_with("when-days", &n()))
            data-theirs=(t_with("when-theirs", &[("time", "{time}".into())])) data-kept=(t("ui-draft-restored")) {
            a.skip href="#main" { (t("ui-skip")) }
            (header(shell))
            @if let Some(strip) = &shell.strip { (strip) }
            main.narrow[shell.width == Width::Narrow] id="main" tabindex="-1" {
                @if let Some(notice) = &shell.notice { (notice) }
                (body)
                @if let Some(live) = &shell.live { (live) }
            }
            footer.page {
                p { (t("ui-footer")) @if let Some(way) = shell.handling { " " a href=(way) { (t("theirs-handling-title")) } } }
                @if shell.who.is_some() { p.keys-hint hidden { button type="button" data-keys { (t("ui-keys-open")) } } }
            }
            @if shell.who.is_some() { (keys::sheet()) (keys::palette()) }
        }
    }
}

fn header(shell: &Shell) -> Markup {
    html! {
        header.page {
            a.brand href="/" { (t("ui-product")) @if !shell.firm.is_empty() { " " span.firm { (shell.firm) } } }
            @if let Some(who) = &shell.who {
                (ways(shell))
                form.search role="search" action="/search" method="get" {
                    label.unseen for="search" { (t("ui-search")) }
                    input type="search" id="search" name="q" value=(shell.search) placeholder=(t("ui-search-hint")) autocomplete="off"
                        data-hint=(t("ui-search-hint-keys")) aria-keyshortcuts="/";
                    button type="submit" { (t("ui-search-act")) }
                }
                a.new href="/cases/new" data-key="c" aria-keyshortcuts="c" { (t("ui-new-case")) }
                details.me {
                    summary { span.unseen { (t_with("ui-signed-in-as", &[("name", who.clone().into())])) } span aria-hidden="true" { (who) } }
                    div {
                        (way(shell, Nav::Settings, "/settings", "ui-nav-settings"))
                        form method="post" action="/sign-out" data-sign-out { button type="submit" { (t("ui-sign-out")) } }
                    }
                }
            }
        }
    }
}

fn ways(shell: &Shell) -> Markup {
    html! {
        nav.ways aria-label=(t("ui-nav")) {
            ul {
                li { (way_by(shell, Nav::RunToIt, "/", "ui-nav-run", Some("g"))) }
                li {
                    (way(shell, Nav::Signals, "/signals", "ui-nav-signals"))
                    @if let Some(count) = shell.signals.filter(|count| *count > 0) { " " span.count { (count) } }
                }
                li { (way(shell, Nav::Cases, "/cases", "ui-nav-cases")) }
                li { (way(shell, Nav::Orders, "/orders", "ui-nav-orders")) }
                li { (way(shell, Nav::Accounts, "/accounts", "ui-nav-accounts")) }
                li { (way(shell, Nav::Insight, "/insight", "ui-nav-insight")) }
            }
        }
    }
}

fn way(shell: &Shell, nav: Nav, href: &str, key: &'static str) -> Markup {
    way_by(shell, nav, href, key, None)
}

/// The same, opened by a letter too.
fn way_by(shell: &Shell, nav: Nav, href: &str, key: &'static str, letter: Option<&str>) -> Markup {
    let here = (shell.nav == nav).then_some("page");
    html! { a href=(href) aria-current=[here] data-key=[letter] aria-keyshortcuts=[letter] { (Label::from(key)) } }
}

/// The heading of a page with what stands beside it: a case number, an account, an act.
pub fn heading(title: impl Render, beside: Option<Markup>) -> Markup {
    html! { div.heading { h1 { (title) } @if let Some(beside) = beside { div.beside { (beside) } } } }
}

/// A part of a page under its heading, with how many things are in it.
pub fn section(label: impl Into<Label>, count: Option<u64>, body: Markup) -> Markup {
    titled(None, label.into(), count, body)
}

/// A part with a name, which stays the same part while the page moves.
pub fn part(name: &str, label: impl Into<Label>, count: Option<u64>, body: Markup) -> Markup {
    titled(Some(name), label.into(), count, body)
}

fn titled(name: Option<&str>, label: Label, count: Option<u64>, body: Markup) -> Markup {
    html! {
        section.part id=[name] {
            h2 { (label) @if let Some(count) = count { " " span.count { (count) } } }
            (body)
        }
    }
}

/// One column of meaning, and a quiet second one for context; on a narrow screen the second follows the first.
pub fn with_aside(label: impl Into<Label>, body: Markup, aside: Markup) -> Markup {
    html! {
        div.two {
            div.meaning { (body) }
            aside aria-label=(label.into().as_str()) { (aside) }
        }
    }
}
