//! The forms about office and person: a new office, and the settings.

use crate::exchange::paper::profile::{SHIPPED, found};
use crate::roster::model::{RETENTION_RANGE, retention};
use crate::roster::store::OfficeCard;
use crate::screen::Moment;
use crate::screen::form::{Field, Form, Pick, Picked, Said};
use crate::screen::picker::{Choice, Picker};
use crate::settings::{Settings, Theme};
use crate::text::typing::Method;
use crate::text::{NameOrder, fold};
use crate::training::papers::labels::profile_problem;
use crate::words::{Language, Words};

/// What a form about office and person was filled with.
#[derive(Clone, Debug)]
pub struct Filled {
    /// The settings as they are to be.
    pub settings: Settings,
    /// The office's row as it is to be in the file; `None` when it stays as it is or no file is open.
    pub office: Option<OfficeCard>,
    /// The file is another office's from now on, and the one it bore the name of stays what it was.
    pub another: bool,
}

/// True when the file bears another name than before, which may be mended spelling or another office.
pub fn is_renamed(filled: &Filled, before: &OfficeCard) -> bool {
    filled.office.as_ref().is_some_and(|after| {
        !before.name.is_empty() && !after.name.is_empty() && fold(&after.name) != fold(&before.name)
    })
}

/// Asks which of the two it is. The more likely answer stands first: who had this office in the settings mends its name.
pub fn whose(filled: &Filled, before: &OfficeCard, settings: &Settings, words: &Words) -> Picker<Filled> {
    let same = Choice::new(filled.clone(), words.settings_same_office(), words.settings_same_office_note());
    let mut new = Filled { another: true, ..filled.clone() };
    if let Some(office) = new.office.as_mut() {
        // Two offices that count with one prefix would give the same numbers.
        if office.prefix == before.prefix {
            office.prefix.clear();
            new.settings.prefix.clear();
        }
        // Every committee has its own congress.
        if office.term_from == before.term_from {
            office.term_from = None;
        }
    }
    let other = Choice::new(new, words.settings_another_office(), words.settings_another_office_note());
    let choices =
        if fold(&settings.office) == fold(&before.name) { vec![same, other] } else { vec![other, same] };
    Picker::one(words.settings_whose(before.name.as_str()), choices)
}

/// A new office.
pub fn founding(settings: &Settings, path: &str, moment: &Moment) -> Form {
    let words = moment.words;
    let mut fields = vec![
        Field::text("office", words.app_start_office())
            .help(words.app_start_office_hint())
            .required()
            .value(&settings.office),
        prefix(words).required().value(&settings.prefix),
    ];
    fields.extend(person(settings, words));
    fields.push(
        Field::text("path", words.app_start_path()).help(words.app_start_path_hint()).required().value(path),
    );
    Form::new(words.app_start_create_title(), fields, moment).note(words.app_start_secret())
}

/// The settings; with the office's row when a file is open.
pub fn settings(settings: &Settings, office: Option<&OfficeCard>, moment: &Moment) -> Form {
    let words = moment.words;
    let either = |of_file: &str, own: &str| if of_file.is_empty() { own } else { of_file }.to_owned();
    let blank = OfficeCard::default();
    let card = office.unwrap_or(&blank);
    let mut fields = vec![
        Field::text("office", words.app_start_office())
            .help(words.app_start_office_hint())
            .heading(if office.is_some() { words.settings_of_file() } else { words.settings_of_office() })
            .value(&either(&card.name, &settings.office)),
    ];
    if office.is_some() {
        fields.extend([
            Field::text("superior", words.settings_superior())
                .help(words.settings_superior_hint())
                .value(&card.superior),
            Field::text("place", words.settings_place()).help(words.settings_place_hint()).value(&card.place),
            Field::text("code", words.settings_code())
                .help(words.settings_code_hint())
                .value(&card.document_code),
        ]);
    }
    fields.push(prefix(words).value(&either(&card.prefix, &settings.prefix)));
    fields.push(profile(&either(&card.profile, &settings.profile), words));
    if office.is_some() {
        fields.extend(spans(card, words));
    }
    let [name, mark] = person(settings, words);
    fields.extend([name.heading(words.settings_of_person()).beside(), mark.beside()]);
    fields.extend(display(settings, words));
    let note = if office.is_some() { words.settings_note_file() } else { words.settings_note() };
    Form::new(words.settings_title(), fields, moment).note(note).keys()
}

/// Since when the office counts its papers, and how long it keeps what it knows of people.
fn spans(card: &OfficeCard, words: &Words) -> [Field; 2] {
    let (least, most) = RETENTION_RANGE;
    [
        Field::day("term", words.settings_term())
            .help(words.settings_term_hint())
            .value(&card.term_from.map(|day| words.day(day)).unwrap_or_default()),
        Field::number("retention", words.settings_retention(), i64::from(least), i64::from(most))
            .required()
            .help(words.settings_retention_hint())
            .value(&card.retention_years.to_string()),
    ]
}

/// The layout of papers: those that ship, and those of this machine's configuration folder. One that is broken, or that lies on
/// another machine only, is told as such.
fn profile(now: &str, words: &Words) -> Field {
    let now = if now.is_empty() { SHIPPED[0] } else { now };
    let mut choices: Vec<Picked> = found(crate::settings::folder().as_deref())
        .into_iter()
        .map(|one| {
            let title = match one.name.as_str() {
                "dang" if !one.own => words.settings_profile_party(),
                "nha-nuoc" if !one.own => words.settings_profile_state(),
                name if one.title.is_empty() => name,
                _ => &one.title,
            };
            let note = match (&one.broken, one.own) {
                (Some(error), _) => words.settings_profile_broken(profile_problem(words, error)),
                (None, true) => words.settings_profile_own(one.name.as_str()),
                (None, false) => String::new(),
            };
            Picked::new(one.name.as_str(), title, note)
        })
        .collect();
    if !choices.iter().any(|one| one.id == now) {
        choices.push(Picked::new(now, now, words.settings_profile_missing()));
    }
    let chosen: Vec<Picked> = choices.iter().filter(|one| one.id == now).cloned().collect();
    let broken = chosen.first().filter(|one| !one.note.is_empty()).map(|one| one.note.clone());
    Field::pick("profile", words.settings_profile(), Pick::among(choices))
        .help(broken.unwrap_or_else(|| words.settings_profile_hint().to_owned()))
        .chosen(chosen)
}

/// The layout that was chosen; the one before when something else was typed.
fn profile_of(form: &Form) -> String {
    form.chosen("profile").first().map(|one| one.id.clone()).unwrap_or_default()
}

fn person(settings: &Settings, words: &Words) -> [Field; 2] {
    [
        Field::text("person", words.app_start_person())
            .help(words.app_start_person_hint())
            .value(&settings.person),
        Field::text("mark", words.app_start_mark())
            .help(words.app_start_mark_hint())
            .check(|text, words| {
                (!is_mark(text)).then(|| Said::Wrong(words.app_start_mark_wrong().to_owned()))
            })
            .value(&settings.mark),
    ]
}

fn prefix(words: &Words) -> Field {
    Field::text("prefix", words.app_start_prefix())
        .help(words.app_start_prefix_hint())
        .check(|text, words| (!is_mark(text)).then(|| Said::Wrong(words.app_start_prefix_wrong().to_owned())))
}

/// How the screen of this machine looks and what it is typed on with.
fn display(settings: &Settings, words: &Words) -> Vec<Field> {
    let theme = |theme: Theme, name: &str| (theme.tag(), name.to_owned());
    let letters = match (settings.unaccented, settings.ascii) {
        (true, _) => "plain",
        (false, true) => "ascii",
        (false, false) => "all",
    };
    let method = |method: Method| (tag(Some(method)), method.name().to_owned());
    vec![
        Field::choice(
            "language",
            words.settings_language(),
            vec![
                (Language::Vietnamese.tag(), words.settings_vietnamese().to_owned()),
                (Language::English.tag(), words.settings_english().to_owned()),
            ],
        )
        .help(words.settings_language_hint())
        .value(settings.language.unwrap_or(words.language()).tag()),
        Field::choice(
            "order",
            words.settings_order(),
            vec![
                ("given", words.settings_order_given().to_owned()),
                ("family", words.settings_order_family().to_owned()),
            ],
        )
        .help(words.settings_order_hint())
        .value(match settings.name_order {
            NameOrder::GivenFirst => "given",
            NameOrder::FamilyFirst => "family",
        }),
        Field::choice(
            "theme",
            words.settings_theme(),
            vec![
                theme(Theme::Auto, words.settings_theme_auto()),
                theme(Theme::Dark, words.settings_theme_dark()),
                theme(Theme::Light, words.settings_theme_light()),
                theme(Theme::None, words.settings_theme_none()),
            ],
        )
        .heading(words.settings_of_screen())
        .help(words.settings_theme_hint())
        .value(settings.theme.tag()),
        Field::choice(
            "letters",
            words.settings_letters(),
            vec![
                ("all", words.settings_letters_all().to_owned()),
                ("ascii", words.settings_letters_ascii().to_owned()),
                ("plain", words.settings_letters_plain().to_owned()),
            ],
        )
        .help(words.settings_letters_hint())
        .value(letters),
        Field::choice(
            "typing",
            words.settings_typing(),
            vec![("", words.settings_typing_none().to_owned()), method(Method::Telex), method(Method::Vni)],
        )
        .help(words.settings_typing_hint())
        .value(tag(settings.typing)),
        Field::choice(
            "mouse",
            words.settings_mouse(),
            vec![
                ("no", words.settings_mouse_no().to_owned()),
                ("yes", words.settings_mouse_yes().to_owned()),
            ],
        )
        .help(words.settings_mouse_hint())
        .value(if settings.mouse { "yes" } else { "no" }),
    ]
    .into_iter()
    .map(Field::beside)
    .collect()
}

fn tag(method: Option<Method>) -> &'static str {
    method.map_or("", Method::name)
}

/// What a new office's form is filled with.
pub fn founded(form: &Form, settings: &Settings) -> Settings {
    let mut filled = settings.clone();
    filled.office = form.text("office");
    filled.prefix = form.text("prefix").to_uppercase();
    of_person(form, &mut filled);
    filled
}

fn of_person(form: &Form, settings: &mut Settings) {
    settings.person = form.text("person");
    settings.mark = form.text("mark").to_uppercase();
}

/// What the form of the settings is filled with. The person's own office is taken from the form when it had none or when
/// the name was changed by hand: looking at another office's file is no move to that office.
pub fn kept(form: &Form, settings: &Settings, office: Option<&OfficeCard>) -> Filled {
    let mut filled = settings.clone();
    let prefix = form.text("prefix").to_uppercase();
    for (field, value, own) in [
        ("office", form.text("office"), &mut filled.office),
        ("prefix", prefix.clone(), &mut filled.prefix),
        ("profile", profile_of(form), &mut filled.profile),
    ] {
        if own.is_empty() || form.is_changed_in(field) {
            *own = value;
        }
    }
    of_person(form, &mut filled);
    filled.language = if form.is_changed_in("language") {
        Language::from_tag(&form.text("language"))
    } else {
        settings.language
    };
    filled.name_order = match form.text("order").as_str() {
        "family" => NameOrder::FamilyFirst,
        _ => NameOrder::GivenFirst,
    };
    filled.theme = Theme::from_tag(&form.text("theme")).unwrap_or_default();
    let letters = form.text("letters");
    filled.unaccented = letters == "plain";
    filled.ascii = letters != "all";
    filled.typing = Method::of_name(&form.text("typing"));
    filled.mouse = form.text("mouse") == "yes";
    let written = office.map(|office| OfficeCard {
        name: form.text("office"),
        superior: form.text("superior"),
        place: form.text("place"),
        document_code: form.text("code"),
        prefix,
        term_from: form.day("term"),
        retention_years: form.number("retention").map_or(office.retention_years, retention),
        // The layout that is meant when none is named is no change of the file.
        profile: if office.profile.is_empty() && !form.is_changed_in("profile") && settings.profile.is_empty()
        {
            String::new()
        } else {
            profile_of(form)
        },
        ..office.clone()
    });
    Filled { settings: filled, office: written.filter(|written| Some(written) != office), another: false }
}

/// A prefix or mark stands in arrival numbers: one to six letters or digits without accents.
fn is_mark(text: &str) -> bool {
    (1..=6).contains(&text.len()) && text.chars().all(|letter| letter.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::program::moment;
    use crate::screen::Action;
    use crate::screen::form::Step;
    use crate::screen::popup::Outcome;

    fn words() -> Words {
        Words::new(Language::Vietnamese)
    }

    fn office() -> OfficeCard {
        let term_from = "2025-08-16".parse().ok();
        OfficeCard {
            name: "Đảng ủy xã Lộc An".into(),
            prefix: "LA".into(),
            term_from,
            ..OfficeCard::default()
        }
    }

    #[test]
    fn the_term_and_the_years_people_are_kept_are_the_offices() {
        let (words, own, office) = (words(), Settings::default(), office());
        let now = "2026-11-23T08:00:00".parse().unwrap();
        let moment = moment(now, (80, 24).into(), &words, &own);
        let mut form = settings(&own, Some(&office), &moment);
        assert_eq!((form.text("term"), form.text("retention")), ("16/08/2025".into(), "5".into()));
        assert_eq!(kept(&form, &own, Some(&office)).office, None, "nothing was changed");
        let save = |form: &mut Form, term: &str, years: &str| {
            form.set("term", term);
            form.set("retention", years);
            form.update(&Action::Save, &moment)
        };
        assert_ne!(save(&mut form, "16/8/2025", "0"), Step::Save);
        assert_ne!(save(&mut form, "16/8/2025", "71"), Step::Save);
        assert_ne!(save(&mut form, "16/8/2025", ""), Step::Save);
        assert_ne!(save(&mut form, "sau đại hội", "5"), Step::Save);
        assert_eq!(save(&mut form, "", "10"), Step::Save);
        let written = kept(&form, &own, Some(&office)).office.unwrap();
        assert_eq!((written.term_from, written.retention_years), (None, 10));
        assert_eq!(save(&mut form, "1/7/2026", "5"), Step::Save);
        let written = kept(&form, &own, Some(&office)).office.unwrap();
        assert_eq!(written.term_from, "2026-07-01".parse().ok());
    }

    #[test]
    fn another_office_that_takes_the_file_over_had_a_congress_of_its_own() {
        let (words, own, before) = (words(), Settings::default(), office());
        let after = OfficeCard { name: "Đảng ủy xã Phú Hòa".into(), ..before.clone() };
        let filled = Filled { settings: own.clone(), office: Some(after), another: false };
        assert!(is_renamed(&filled, &before));
        let mut picker = whose(&filled, &before, &own, &words);
        let Outcome::Chosen(chosen) = picker.update(&Action::Open) else { panic!("nothing was chosen") };
        assert!(chosen[0].another);
        let office = chosen[0].office.as_ref().unwrap();
        assert_eq!((office.term_from, office.prefix.as_str()), (None, ""));
    }
}
