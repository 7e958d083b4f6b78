use super::*;
use crate::inbox::model::{Tendency, Verification};
use crate::summary::gather::tests::{id, october, outline, phrases};
use crate::summary::gather::{doubled, draft};
use crate::summary::model::citation;
use crate::words::Language;

/// The findings with facts made anew.
fn check(sections: &[Section], material: &Material, kept: &Kept) -> Vec<Check> {
    super::check(sections, material, &Facts::of(material), kept)
}

fn kinds(sections: &[Section], material: &Material) -> Vec<&'static str> {
    check(sections, material, &Kept::default()).iter().map(Check::kind).collect()
}

fn drafted() -> Vec<Section> {
    draft(&october(), &outline(), &phrases())
}

/// The drafted sections with the lines of the matters that contain `words` taken out.
fn without(words: &str) -> Vec<Section> {
    let mut sections = drafted();
    let lines: Vec<&str> = sections[1].body.lines().filter(|line| !line.contains(words)).collect();
    sections[1].body = lines.join("\n");
    sections
}

#[test]
fn a_fresh_draft_lacks_only_what_nobody_decided_about() {
    assert_eq!(kinds(&drafted(), &october()), ["untriaged"]);
    let mut material = october();
    material.items.truncate(5);
    assert_eq!(kinds(&drafted(), &material), Vec::<&str>::new());
}

#[test]
fn a_hot_spot_must_be_cited_or_named() {
    let mut sections = without("Bồi thường");
    sections[1].body =
        sections[1].body.lines().filter(|line| !line.contains("bồi thường")).collect::<Vec<_>>().join("\n");
    let found = check(&sections, &october(), &Kept::default());
    assert_eq!(found[0], Check::HotSpotNotMentioned(id(500), "Bồi thường đường tránh".into()));
    sections[0].body.push_str("\nVề bồi thường đường tránh, xã đã họp dân.");
    assert!(!kinds(&sections, &october()).contains(&"hot_spot_not_mentioned"));
    let mut calm = october();
    calm.issues.get_mut(&id(500)).unwrap().grade = "watch".into();
    assert!(!kinds(&without("bồi thường"), &calm).contains(&"hot_spot_not_mentioned"));
}

#[test]
fn matters_and_streams_that_are_not_used_are_counted() {
    let found = check(&without("Có phản ánh"), &october(), &Kept::default());
    assert!(found.contains(&Check::ItemsNotUsed(vec![id(15)])), "{found:?}");
    // The agreeing few are the only ones of their tendency.
    let found = check(&without("thư viện"), &october(), &Kept::default());
    assert!(found.contains(&Check::MinorityLeftOut(vec![id(102)])), "{found:?}");
    // Another worry is told, so the strong one left out is no minority.
    let mut sections = drafted();
    sections[1].body = sections[1].body.replace(&citation(&[id(101), id(103)]), &citation(&[id(103)]));
    let found = check(&sections, &october(), &Kept::default());
    assert!(found.contains(&Check::StreamsLeftOut(vec![id(101)])), "{found:?}");
}

#[test]
fn an_unverified_rumour_must_be_told_as_one() {
    let mut sections = drafted();
    sections[1].body = sections[1].body.replace(
        "Trước tin đồn chưa được xác minh “thu phí cầu mới”, một số ý kiến của Nhân dân cho rằng sắp",
        "Nhân dân cho biết sắp",
    );
    let found = check(&sections, &october(), &Kept::default());
    assert_eq!(
        found[0],
        Check::RumourAsOpinion(Told {
            section: sections[1].id,
            text: "Nhân dân cho biết sắp thu phí cầu mới.".into()
        })
    );
    let mut known = october();
    known.items[3].rumour = Some(Verification::ConfirmedTrue);
    assert!(!kinds(&sections, &known).contains(&"rumour_as_opinion"));
}

#[test]
fn what_may_come_and_what_is_asked_for_state_no_rumour_and_no_majority() {
    let rumour = citation(&[october().items[3].streams[0].id]);
    for (at, text) in [(2, "Đa số sẽ bình luận nhiều hơn"), (3, "Đề nghị thông tin sớm cho đa số người dân")]
    {
        let mut sections = drafted();
        sections[at].body = format!("- {text}{rumour}.");
        assert_eq!(kinds(&sections, &october()), ["untriaged"], "{text}");
        sections[1].body = format!("{}\n{text}{rumour}.", sections[1].body);
        let found = kinds(&sections, &october());
        assert!(
            found.contains(&"rumour_as_opinion") && found.contains(&"majority_on_one_report"),
            "{found:?}"
        );
    }
}

#[test]
fn a_general_sentence_that_cites_a_report_by_its_rumour_is_none() {
    let mut sections = drafted();
    let item = &october().items[3];
    sections[0].body = format!("Nhân dân yên tâm sản xuất{}.", citation(&[item.id]));
    assert_eq!(kinds(&sections, &october()), ["untriaged"]);
    sections[0].body = format!("Sắp thu phí cầu mới{}.", citation(&[item.streams[0].id]));
    assert!(kinds(&sections, &october()).contains(&"rumour_as_opinion"));
}

#[test]
fn most_people_cannot_rest_on_one_report() {
    let mut sections = drafted();
    sections[1].body = sections[1].body.replace("Theo báo cáo của Thôn 1, đa số", "Đa số");
    assert!(kinds(&sections, &october()).contains(&"majority_on_one_report"));
    assert!(!kinds(&drafted(), &october()).contains(&"majority_on_one_report"));
}

#[test]
fn a_report_sent_again_is_told_as_long_as_both_are_used() {
    let mut material = october();
    let text = "Nhiều phụ huynh băn khoăn về giá bộ sách giáo khoa năm học mới, gia đình có hai con đi học gặp khó, mong \
        thư viện trường cho mượn sách và xã vận động tặng lại sách cũ.";
    material.items[0].lead = text.into();
    material.items[1].lead = text.replace("hai con", "ba con");
    material.items[1].report = 1;
    material.doubled = doubled(&material.items);
    let twice = |material: &Material| {
        check(&drafted(), material, &Kept::default()).into_iter().find_map(|check| match check {
            Check::CountedTwice(pairs) => Some(pairs),
            _ => None,
        })
    };
    let pairs = twice(&material).unwrap();
    assert_eq!(
        (pairs[0].later.as_str(), pairs[0].earlier.as_str(), pairs[0].item),
        ("LA-H-0002", "LA-H-0001", id(12)),
        "{pairs:?}"
    );
    material.items[1].triage = crate::inbox::model::Triage::Duplicate;
    assert_eq!(twice(&material), None);
}

#[test]
fn a_paper_without_its_office_is_told() {
    let mut material = october();
    assert!(!kinds(&drafted(), &material).contains(&"no_office_name"));
    material.named = false;
    assert!(kinds(&drafted(), &material).contains(&"no_office_name"));
}

#[test]
fn forecast_and_recommendation_are_missed() {
    let mut sections = drafted();
    sections[2].body.clear();
    sections[3].body = " \n".into();
    let found = kinds(&sections, &october());
    assert!(found.contains(&"no_forecast") && found.contains(&"no_recommendation"));
}

/// A section of the general situation with this text.
fn general(text: &str) -> Vec<Section> {
    let mut sections = drafted();
    sections[0].body = text.to_owned();
    sections
}

fn numbers_that_disagree(sections: &[Section]) -> Vec<(usize, usize)> {
    check(sections, &october(), &Kept::default())
        .into_iter()
        .filter_map(|check| match check {
            Check::NumbersDisagree(_, written, now) => Some((written, now)),
            _ => None,
        })
        .collect()
}

#[test]
fn a_number_that_the_file_counts_otherwise_is_told() {
    assert_eq!(numbers_that_disagree(&drafted()), []);
    let live = format!("Đã tiếp nhận {} báo cáo.", crate::summary::model::counted(9, Count::Reports));
    assert_eq!(numbers_that_disagree(&general(&live)), [(9, 4)]);
    assert_eq!(numbers_that_disagree(&general("Trong tháng tiếp nhận 7 báo cáo của các thôn.")), [(7, 4)]);
    assert_eq!(numbers_that_disagree(&general("Trong tháng tiếp nhận 4 báo cáo của các thôn.")), []);
    // Other numbers are no count of the file.
    assert_eq!(numbers_that_disagree(&general("Huyện nhận được 12 kiến nghị; 7 báo cáo nói về đất.")), []);
    // More reports came in: every live count of the draft is told.
    let mut later = october();
    later.reports.push(later.reports[3].clone());
    let found = check(&drafted(), &later, &Kept::default());
    assert!(found.iter().any(|check| matches!(check, Check::NumbersDisagree(_, 4, 5))), "{found:?}");
}

#[test]
fn most_people_cannot_agree_and_not_agree() {
    let mut material = october();
    let mut other = material.items[2].streams[0].clone();
    (other.id, other.tendency) = (id(199), Tendency::Agree);
    material.items[4].issue = Some(id(500));
    material.items[4].streams = vec![other];
    let text = |one: &str, other: &str| {
        let (first, second) = (citation(&[id(104)]), citation(&[id(199)]));
        format!(
            "{one} không đồng tình với giá bồi thường{first}.\n{other} đồng tình với giá bồi thường{second}."
        )
    };
    let opposed = |body: String| {
        let mut sections = drafted();
        sections[1].body = body;
        kinds(&sections, &material).contains(&"majorities_opposed")
    };
    assert!(opposed(text("Đa số ý kiến", "Hầu hết bà con")));
    assert!(!opposed(text("Đa số ý kiến", "Một số bà con")));
    assert!(!opposed(text("Đa số ý kiến", "Theo báo cáo của Thôn 3, hầu hết bà con")));
}

#[test]
fn a_source_that_was_changed_since_is_told_until_it_is_answered() {
    let material = october();
    let said = |material: &Material| {
        let facts = Facts::of(material);
        let places = Places { material, facts: &facts };
        let says = |id: &Uuid| places.get(*id).map(|(item, stream)| (*id, said(item, stream)));
        let used: Vec<Uuid> =
            drafted().iter().flat_map(|section| crate::summary::model::cited(&section.body)).collect();
        used.iter().filter_map(says).collect::<HashMap<_, _>>()
    };
    let mut kept = Kept { cited: said(&material), ..Kept::default() };
    let changed = |material: &Material, kept: &Kept| {
        check(&drafted(), material, kept).into_iter().find_map(|check| match check {
            Check::SourcesChanged(ids) => Some(ids),
            _ => None,
        })
    };
    assert_eq!(changed(&material, &kept), None);
    let mut later = october();
    later.items[0].streams[0].gist = "giá bộ sách giảm".into();
    assert_eq!(changed(&later, &kept), Some(vec![id(101)]));
    let subject = Check::SourcesChanged(vec![id(101)]).subjects(&later)[0].id;
    kept.answers.insert(("source_changed".into(), subject), "đã xem, câu vẫn đúng".into());
    assert_eq!(changed(&later, &kept), None);
    later.items[0].streams[0].gist = "giá bộ sách lại tăng".into();
    assert_eq!(changed(&later, &kept), Some(vec![id(101)]), "another change is asked about again");
}

#[test]
fn who_can_be_recognised_is_told() {
    let found = check(
        &general("Bà Nguyễn Thị Hoa, số điện thoại 0912 345 678, cho biết."),
        &october(),
        &Kept::default(),
    );
    assert!(found.iter().any(|check| matches!(check, Check::PersonalData(_))), "{found:?}");
    assert!(!kinds(&drafted(), &october()).contains(&"personal_data"));
}

#[test]
fn what_was_answered_is_not_told_again_but_the_rest_is() {
    let sections = {
        let mut sections = drafted();
        sections[1].body.clear();
        sections[2].body.clear();
        sections
    };
    let material = october();
    let open = |kept: &Kept| check(&sections, &material, kept);
    let left = |found: &[Check]| {
        found.iter().find_map(|check| match check {
            Check::ItemsNotUsed(items) => Some(items.clone()),
            _ => None,
        })
    };
    let mut kept = Kept::default();
    let before = left(&open(&kept)).unwrap();
    assert!(before.len() > 2);
    kept.answers.insert(("item_not_used".into(), before[0]), "việc riêng của một hộ".into());
    kept.answers.insert(("no_forecast".into(), Uuid::nil()), "tháng không có".into());
    let found = open(&kept);
    assert_eq!(left(&found).unwrap(), before[1..]);
    for check in &found {
        assert_eq!(check.count(), check.subjects(&material).len(), "{check:?}");
    }
    assert!(!found.contains(&Check::NoForecast));
    assert!(found.iter().any(|check| check.kind() == "minority_left_out"), "answers are for one kind");
    assert_eq!(all(&sections, &material, &Facts::of(&material), &kept).len(), open(&Kept::default()).len());
}

#[test]
fn every_check_has_words_in_both_languages() {
    let checks = [
        Check::NothingDecided(3),
        Check::Untriaged(1),
        Check::HotSpotNotMentioned(id(1), "Đường tránh".into()),
        Check::ItemsNotUsed(vec![id(1), id(2)]),
        Check::StreamsLeftOut(vec![id(1)]),
        Check::MinorityLeftOut(vec![id(1)]),
        Check::RumourAsOpinion(Told { text: "Câu dài ".repeat(30), ..Told::default() }),
        Check::MajorityOnOneReport(Told::default()),
        Check::MajoritiesOpposed(Told::default(), Told::default()),
        Check::NumbersDisagree(Told::default(), 3, 4),
        Check::SourcesChanged(vec![id(1)]),
        Check::PersonalData(Told::default()),
        Check::CountedTwice(vec![Twice::default(); 5]),
        Check::NoOffice,
        Check::NoForecast,
        Check::NoRecommendation,
    ];
    for language in [Language::Vietnamese, Language::English] {
        let words = Words::new(language);
        for check in &checks {
            assert!(check.message(&words).len() > 10, "{check:?}");
        }
    }
    let words = Words::new(Language::Vietnamese);
    assert_eq!(checks[3].message(&words), "2 nội dung đủ điều kiện chưa đưa vào");
}
