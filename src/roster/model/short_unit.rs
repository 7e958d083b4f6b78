//! Short names of units and posts for narrow columns.

use std::borrow::Cow;

/// Long beginnings of unit names and the short forms offices use on lists. The longer of two that fit stands first.
const SHORT: &[(&str, &str)] = &[
    ("ban thường trực ủy ban mặt trận tổ quốc việt nam", "BTT MTTQ"),
    ("ủy ban mặt trận tổ quốc việt nam", "UB MTTQ"),
    ("ủy ban mặt trận tổ quốc", "UB MTTQ"),
    ("ủy ban nhân dân", "UBND"),
    ("hội đồng nhân dân", "HĐND"),
    ("đảng ủy", "ĐU"),
    ("ban tuyên giáo và dân vận", "Ban TGDV"),
    ("ban tuyên giáo", "Ban TG"),
    ("ban công tác mặt trận", "Ban CTMT"),
    ("mặt trận tổ quốc việt nam", "MTTQ"),
    ("ban xây dựng đảng", "BXDĐ"),
    ("hội liên hiệp phụ nữ việt nam", "Hội LHPN"),
    ("hội liên hiệp phụ nữ", "Hội LHPN"),
    ("hội phụ nữ", "Hội PN"),
    ("hội nông dân việt nam", "Hội ND"),
    ("hội nông dân", "Hội ND"),
    ("hội cựu chiến binh việt nam", "Hội CCB"),
    ("hội cựu chiến binh", "Hội CCB"),
    ("đoàn thanh niên cộng sản hồ chí minh", "Đoàn TNCS"),
    ("đoàn tncs hồ chí minh", "Đoàn TNCS"),
    ("đoàn thanh niên", "Đoàn TN"),
    ("liên đoàn lao động", "LĐLĐ"),
    ("công đoàn", "CĐ"),
    ("bộ chỉ huy quân sự", "BCHQS"),
    ("ban chỉ huy quân sự", "BCHQS"),
    ("bộ chỉ huy bộ đội biên phòng", "BĐBP"),
    ("công an", "CA"),
    ("trung tâm phục vụ hành chính công", "TT HCC"),
    ("trung tâm chính trị", "TTCT"),
    ("trung tâm y tế", "TTYT"),
    ("trạm y tế", "Trạm YT"),
    ("trường trung học phổ thông", "THPT"),
    ("trường trung học cơ sở", "THCS"),
    ("trường tiểu học", "TH"),
    ("trường mầm non", "MN"),
    ("công ty trách nhiệm hữu hạn", "Cty TNHH"),
    ("công ty cổ phần", "Cty CP"),
    ("hợp tác xã", "HTX"),
    ("tổ dân phố", "TDP"),
];

/// The name as lists write it where the column is too narrow for the whole: `Đảng ủy xã Lộc An` → `ĐU xã Lộc An`. What
/// tells one unit from the next stands at the end, so cutting there would make them all alike.
pub fn short_unit(name: &str) -> Cow<'_, str> {
    for (long, short) in SHORT {
        if let Some(rest) = after(name, long) {
            return Cow::Owned(format!("{short}{rest}"));
        }
    }
    Cow::Borrowed(name)
}

/// Long beginnings of posts and the letters offices write for them on lists. The longer of two that fit stands first.
const SHORT_POSTS: &[(&str, &str)] = &[
    ("phó bí thư thường trực", "PBTTT"),
    ("phó bí thư", "PBT"),
    ("phó chủ tịch", "PCT"),
    ("phó trưởng ban", "PTB"),
    ("trưởng ban", "TB"),
    ("phó chánh văn phòng", "PCVP"),
    ("chánh văn phòng", "CVP"),
    ("phó trưởng phòng", "PTP"),
    ("trưởng phòng", "TP"),
    ("phó hiệu trưởng", "PHT"),
    ("phó giám đốc", "PGĐ"),
    ("chuyên viên", "CV"),
    ("công chức", "CC"),
];

/// The post as lists write it where the column is too narrow for the whole: `Phó Trưởng Ban Xây dựng Đảng` →
/// `PTB Xây dựng Đảng`.
pub fn short_post(post: &str) -> Cow<'_, str> {
    for (long, short) in SHORT_POSTS {
        if let Some(rest) = after(post, long).filter(|rest| !rest.is_empty()) {
            return Cow::Owned(format!("{short} {}", short_unit(rest.trim_start())));
        }
    }
    short_unit(post)
}

/// What follows `start` in `name`, whatever the case; only where a word ends.
fn after<'a>(name: &'a str, start: &str) -> Option<&'a str> {
    let mut letters = name.char_indices();
    for wanted in start.chars() {
        let (_, letter) = letters.next()?;
        if letter != wanted && !letter.to_lowercase().eq(std::iter::once(wanted)) {
            return None;
        }
    }
    let rest = letters.as_str();
    (rest.is_empty() || rest.starts_with(' ')).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::{short_post, short_unit};

    #[test]
    fn long_beginnings_are_shortened_and_the_telling_end_stays() {
        assert_eq!(short_unit("Đảng ủy xã Lộc An"), "ĐU xã Lộc An");
        assert_eq!(short_unit("Ủy ban Mặt trận Tổ quốc Việt Nam phường Bến Đá"), "UB MTTQ phường Bến Đá");
        assert_eq!(short_unit("tổ dân phố số 3, phường Bến Đá"), "TDP số 3, phường Bến Đá");
        assert_eq!(short_unit("TRƯỜNG TIỂU HỌC Lộc An"), "TH Lộc An");
    }

    #[test]
    fn long_posts_are_shortened_and_what_they_are_over_stays() {
        assert_eq!(short_post("Phó Trưởng Ban Xây dựng Đảng"), "PTB Xây dựng Đảng");
        assert_eq!(short_post("Chuyên viên Ban Tuyên giáo và Dân vận"), "CV Ban TGDV");
        for whole in ["Phó Chủ tịch", "Bí thư Chi bộ", "Trưởng bản", ""] {
            assert_eq!(short_post(whole), whole);
        }
    }

    #[test]
    fn other_names_stay_as_they_are() {
        for name in ["xã Lộc An", "Công anh", "Hội", "", "thôn 7"] {
            assert_eq!(short_unit(name), name);
        }
    }
}
