//! Topics: the tree every new file is shipped with, and recognising which topic a text is about by keywords.
//!
//! Both work on accented keys, so that `hoá đơn` and `hóa đơn` are one keyword and `điện thoại` is no `điện`.

use std::collections::HashMap;

use uuid::Uuid;

use crate::file::shipped_id;
use crate::text::keys;

/// A topic every new file has.
#[derive(Clone, Copy, Debug)]
pub struct ShippedTopic {
    /// Identifier; the row's id is `shipped_id("topic", code)`.
    pub code: &'static str,
    /// Name as shown; the office may change it.
    pub name: &'static str,
    /// Code of the topic it stands under; empty for the three areas.
    pub parent: &'static str,
    /// international | domestic | local.
    pub area: &'static str,
    /// Words that recognise it, separated by `;`. The more syllables a keyword has, the more it says.
    pub keywords: &'static str,
}

impl ShippedTopic {
    /// Id of its row, the same in every file.
    pub fn id(&self) -> Uuid {
        shipped_id("topic", self.code)
    }

    /// Its keywords.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        self.keywords.split(';').map(str::trim).filter(|word| !word.is_empty())
    }
}

macro_rules! topics {
    ($($code:literal, $name:literal, $parent:literal, $area:literal: $keywords:literal;)+) => {
        &[$(ShippedTopic { code: $code, name: $name, parent: $parent, area: $area, keywords: $keywords }),+]
    };
}

/// The shipped tree; parents stand before their children.
pub const SHIPPED: &[ShippedTopic] = topics! {
    "quoc_te", "Quốc tế", "", "international":
        "quốc tế; tình hình thế giới; xung đột; chiến sự; Nga - Ukraine; Ukraine; Trung Đông; Liên hợp quốc; ASEAN; \
         Hoa Kỳ; tổng thống Mỹ; thuế quan; thuế đối ứng; Trung Quốc; Campuchia; Thái Lan; Triều Tiên; bầu cử Mỹ; \
         quan hệ ngoại giao; căng thẳng biên giới";
    "trong_nuoc", "Trong nước", "", "domestic": "tình hình trong nước; cả nước";
    "chu_truong", "Chủ trương, chính sách của Đảng, Nhà nước", "trong_nuoc", "domestic":
        "chủ trương của Đảng; chính sách của Nhà nước; hội nghị Trung ương; Bộ Chính trị; Ban Bí thư; Quốc hội; \
         kỳ họp Quốc hội; dự thảo luật; sửa đổi luật; sửa đổi Hiến pháp; nghị quyết của Trung ương; Chính phủ; \
         cải cách tiền lương; lương hưu; tăng lương; tinh giản biên chế; nghị định";
    "tham_nhung", "Phòng, chống tham nhũng, tiêu cực", "trong_nuoc", "domestic":
        "tham nhũng; tiêu cực; lãng phí; khởi tố; bắt tạm giam; đại án; phiên tòa xét xử; kỷ luật cán bộ cấp cao";
    "bien_dao", "Chủ quyền, biển đảo", "trong_nuoc", "domestic":
        "biển Đông; chủ quyền biển đảo; Hoàng Sa; Trường Sa; biên giới quốc gia; vùng biển";
    "dai_hoi", "Đại hội Đảng, bầu cử", "trong_nuoc", "domestic":
        "đại hội đảng; đại hội đại biểu; đại hội XIV; văn kiện đại hội; công tác nhân sự đại hội; bầu cử đại biểu; \
         bầu cử Quốc hội; ứng cử viên; hội đồng nhân dân các cấp nhiệm kỳ";
    "dia_phuong", "Địa phương", "", "local": "";
    "kinh_te", "Kinh tế, đầu tư", "dia_phuong", "local":
        "phát triển kinh tế; thu hút đầu tư; khu công nghiệp; cụm công nghiệp; \
         thuế khoán; hóa đơn điện tử; thu ngân sách; giải ngân; đầu tư công; giá xăng; giá xăng dầu; giá vàng; \
         lãi suất; tín dụng; du lịch; thị trường bất động sản; sản xuất công nghiệp; thương mại; siêu thị";
    "giao_thong", "Giao thông", "dia_phuong", "local":
        "giao thông; đường liên thôn; đường liên xã; đường hỏng; mặt đường; ổ gà; ổ voi; cầu tạm; cầu treo; \
         tai nạn giao thông; xe quá tải; xe tải; quốc lộ; tỉnh lộ; đường cao tốc; đường gom; vỉa hè xuống cấp; \
         biển báo; đèn tín hiệu; bến xe; xe buýt; đăng kiểm; nồng độ cồn; tải trọng; xuống cấp của đường; \
         tuyến đường; lòng đường; đoạn đường; đường trơn; đường dân sinh; đường làng; đường bê tông; gờ giảm tốc; đường sá";
    "dien", "Điện", "dia_phuong", "local":
        "giá điện; tiền điện; hóa đơn tiền điện; mất điện; cúp điện; cắt điện; công tơ; điện lực; lưới điện; \
         ngành điện; điện sinh hoạt; cột điện; trạm biến áp; đường dây điện; điện yếu; nguồn điện; điện áp; \
         điện chiếu sáng";
    "nuoc_sach", "Nước sinh hoạt", "dia_phuong", "local":
        "nước sinh hoạt; nước sạch; nước máy; cấp nước; áp lực nước; chất lượng nước; thiếu nước; mất nước; \
         giếng khoan; trạm bơm nước; nhà máy nước; nước đục; đồng hồ nước; nguồn nước; đường ống nước; nước yếu; \
         bể chứa; tiền nước; giá nước";
    "dat_dai", "Đất đai, bồi thường", "dia_phuong", "local":
        "đất đai; thu hồi đất; bồi thường; giải phóng mặt bằng; tái định cư; sổ đỏ; giấy chứng nhận quyền sử dụng đất; \
         quyền sử dụng đất; bảng giá đất; giá đất; tranh chấp đất; lấn chiếm đất; chuyển mục đích sử dụng đất; \
         quy hoạch treo; quy hoạch; kiểm đếm; đo đạc; đấu giá đất; phân lô; đất nông nghiệp; đất trồng lúa; \
         cấp đất; đất ở; đất rừng; GPMB; địa chính";
    "moi_truong", "Môi trường, rác thải", "dia_phuong", "local":
        "môi trường; rác thải; rác; thu gom rác; bãi rác; ô nhiễm; mùi hôi; nước thải; khói bụi; xả thải; \
         phân loại rác; xử lý rác; đốt rác; bụi mù; tiếng ồn; khai thác cát; khai thác đá; mỏ đá; chất thải; \
         trại lợn; chặt phá rừng; vệ sinh môi trường; đốt rơm rạ";
    "giao_duc", "Giáo dục", "dia_phuong", "local":
        "giáo dục; trường học; nhà trường; học sinh; năm học; học phí; khoản thu; bán trú; giáo viên; \
         dạy thêm; học thêm; lạm thu; tuyển sinh; thi tốt nghiệp; sách giáo khoa; điểm trường; mầm non; tiểu học; \
         trung học; bữa ăn bán trú; bạo lực học đường; đầu năm học; sinh viên";
    "y_te", "Y tế", "dia_phuong", "local":
        "y tế; bệnh viện; trạm y tế; bác sĩ; cơ sở y tế; nhân viên y tế; y tế cơ sở; viện phí";
    "bhyt", "Bảo hiểm y tế, khám chữa bệnh", "y_te", "local":
        "bảo hiểm y tế; thẻ bảo hiểm; khám chữa bệnh; khám, chữa bệnh; khám bệnh; chữa bệnh; thuốc điều trị; hết thuốc; \
         thiếu thuốc; chuyển tuyến; BHYT; khám sức khỏe; cấp thuốc";
    "dich_benh", "Dịch bệnh, an toàn thực phẩm", "y_te", "local":
        "dịch bệnh; an toàn thực phẩm; dịch tả lợn; tả lợn châu Phi; sốt xuất huyết; ngộ độc; thực phẩm bẩn; \
         tiêu hủy lợn; lợn bệnh; lợn chết; cúm gia cầm; bệnh dại; tay chân miệng; sởi; phòng, chống dịch; \
         kiểm dịch; phòng dịch; diệt muỗi; lăng quăng; vệ sinh an toàn thực phẩm; viêm da nổi cục; tiêm phòng";
    "van_hoa", "Văn hóa, thể thao, lễ hội", "dia_phuong", "local":
        "văn hóa; lễ hội; di tích; thể thao; gia đình văn hóa; nhà văn hóa xuống cấp; mê tín; nếp sống văn minh; \
         việc cưới; việc tang; karaoke; loa kéo; bảo tồn";
    "chinh_sach", "Chính sách xã hội, lao động, việc làm", "dia_phuong", "local":
        "chính sách xã hội; người có công; hộ nghèo; hộ cận nghèo; cận nghèo; trợ cấp xã hội; bảo trợ xã hội; \
         việc làm; thất nghiệp; lao động; xuất khẩu lao động; tiền lương; nợ lương; đình công; nhà tạm; nhà dột nát; \
         xóa nhà tạm; bảo hiểm xã hội; bảo hiểm thất nghiệp; nhà ở xã hội; trợ cấp; giảm nghèo; thương binh; liệt sĩ";
    "an_ninh", "An ninh, trật tự", "dia_phuong", "local":
        "an ninh; an ninh trật tự; trật tự an toàn xã hội; trộm cắp; ma túy; đánh bạc; cờ bạc; gây rối; đánh nhau; \
         tín dụng đen; tội phạm; cố ý gây thương tích; cháy nổ; phòng cháy; pháo nổ; tà đạo; tụ tập đông người; \
         khiếu kiện; hụi; vỡ nợ; mại dâm; cá độ; đòi nợ";
    "lua_dao_mang", "Lừa đảo trên mạng", "an_ninh", "local":
        "lừa đảo; lừa đảo qua mạng; lừa đảo trên mạng; lừa đảo qua điện thoại; thủ đoạn lừa đảo; giả danh công an; \
         chiếm đoạt tài sản; giả mạo; giả danh; ứng dụng giả; mã độc; chiếm quyền điều khiển; tài khoản ngân hàng; \
         kẻ gian; đường liên kết lạ; cuộc gọi lạ; mạo danh; tin giả; không gian mạng; sàn tiền ảo";
    "xay_dung_dang", "Xây dựng Đảng, hệ thống chính trị", "dia_phuong", "local":
        "xây dựng Đảng; sinh hoạt chi bộ; đảng viên; cấp ủy; kiểm tra đảng; kỷ luật đảng; suy thoái; \
         nêu gương; phát triển đảng viên; công tác cán bộ; bổ nhiệm; luân chuyển; quy chế dân chủ; dân vận";
    "to_chuc_bo_may", "Tổ chức bộ máy, cán bộ", "dia_phuong", "local":
        "tổ chức bộ máy; sắp xếp bộ máy; tinh gọn bộ máy; bộ máy tinh gọn; chính quyền 2 cấp; chính quyền hai cấp; \
         chính quyền địa phương 2 cấp; chính quyền địa phương hai cấp; cán bộ không chuyên trách; dôi dư; \
         nghỉ hưu trước tuổi; nghỉ theo nghị định 178; vị trí việc làm; cán bộ công chức; biên chế";
    "sap_nhap", "Sắp xếp đơn vị hành chính", "to_chuc_bo_may", "local":
        "sáp nhập; sáp nhập xã; sáp nhập tỉnh; sau khi sáp nhập; hợp nhất tỉnh; sau sáp nhập; sắp xếp đơn vị hành chính; \
         đơn vị hành chính; tên xã mới; tên thôn; đặt tên; đổi tên; địa chỉ mới; trung tâm hành chính; trụ sở cũ; \
         trụ sở dôi dư; thay đổi giấy tờ; địa giới";
    "hanh_chinh_cong", "Dịch vụ hành chính công", "to_chuc_bo_may", "local":
        "hành chính công; dịch vụ công; phục vụ hành chính công; trung tâm phục vụ hành chính công; một cửa; \
         thủ tục hành chính; hồ sơ trực tuyến; dịch vụ công trực tuyến; trả kết quả; giấy hẹn; cải cách hành chính; \
         căn cước; định danh; VNeID; hộ tịch; công chứng; chứng thực; chuyển đổi số; mã xác thực; phần mềm; \
          bộ phận tiếp nhận";
    "ngap_lut", "Ngập úng, thiên tai", "dia_phuong", "local":
        "ngập úng; ngập lụt; thiên tai; bão; lũ lụt; lũ quét; sạt lở; mưa lớn; ngập; phòng, chống thiên tai; sơ tán; \
         cứu trợ; hồ chứa; xả lũ; vỡ đập; vỡ đê; đê điều; hạn hán; xâm nhập mặn; thoát nước; kênh tiêu; nước rút; \
         triều cường; động đất; lốc xoáy; rét đậm; hoàn lưu bão; khắc phục hậu quả";
    "nong_nghiep", "Nông nghiệp, giá cả", "dia_phuong", "local":
        "nông nghiệp; nông sản; giá lúa; giá cả; phân bón; vật tư nông nghiệp; thương lái; được mùa; mất mùa; \
         chăn nuôi; thủy sản; nuôi tôm; hợp tác xã; trồng trọt; thủy lợi; thuốc bảo vệ thực vật; giống lúa; \
         tiêu thụ nông sản; bao tiêu; vụ hè thu; vụ đông xuân; cây ăn quả; cà phê; sầu riêng; \
         nông thôn mới; giá thức ăn chăn nuôi; giá lợn; tàu cá; khai thác thủy sản; thẻ vàng";
    "trat_tu_do_thi", "Chợ, trật tự đô thị", "dia_phuong", "local":
        "chợ; chợ tạm; chợ mới; vỉa hè; trật tự đô thị; tiểu thương; hàng rong; lấn chiếm vỉa hè; lòng lề đường; \
         di dời chợ; xây dựng trái phép; xây dựng không phép; chỉnh trang đô thị; đô thị; mái che; biển quảng cáo; \
         bãi đỗ xe; chung cư; cây xanh; quầy hàng; buôn bán lấn chiếm";
};

/// Words of a topic, as the recogniser wants them.
#[derive(Clone, Debug)]
pub struct TopicWords {
    /// Id of the topic.
    pub id: Uuid,
    /// The topic it stands under.
    pub parent: Option<Uuid>,
    /// Its name; a text that only bears the name is recognised too.
    pub name: String,
    /// Identifier of a shipped topic; empty for the office's own.
    pub code: String,
    /// Its keywords.
    pub keywords: Vec<String>,
}

/// Recognises topics in texts.
#[derive(Clone, Debug, Default)]
pub struct TopicRecogniser {
    topics: Vec<TopicWords>,
    /// Keywords as accented keys by their first key: the rest, and the topic's place.
    phrases: HashMap<String, Vec<(Vec<String>, usize)>>,
}

/// A hit in the title counts as many in the text.
const TITLE_WEIGHT: u32 = 8;
/// A score in the text that names a topic beyond doubt: one keyword of three syllables.
const CLEAR: u32 = 9;
/// Hits of one keyword in a text that count.
const REPEATS: u32 = 3;

impl TopicRecogniser {
    /// A recogniser of these topics.
    pub fn new(topics: Vec<TopicWords>) -> Self {
        let mut phrases: HashMap<String, Vec<(Vec<String>, usize)>> = HashMap::new();
        for (place, topic) in topics.iter().enumerate() {
            // A name of one syllable is too little by itself: `Điện` stands in every `điện thoại`.
            let name = std::iter::once(&topic.name).filter(|name| name.contains(' '));
            for word in topic.keywords.iter().chain(name) {
                let mut keys = keys(word).into_iter();
                if let Some(first) = keys.next() {
                    let entry = phrases.entry(first).or_default();
                    let phrase = (keys.collect(), place);
                    if !entry.contains(&phrase) {
                        entry.push(phrase);
                    }
                }
            }
        }
        Self { topics, phrases }
    }

    /// A recogniser of the shipped tree.
    pub fn shipped() -> Self {
        let words = |topic: &ShippedTopic| TopicWords {
            id: topic.id(),
            parent: (!topic.parent.is_empty()).then(|| shipped_id("topic", topic.parent)),
            name: topic.name.to_owned(),
            code: topic.code.to_owned(),
            keywords: topic.words().map(str::to_owned).collect(),
        };
        Self::new(SHIPPED.iter().map(words).collect())
    }

    /// The topic that a form or a log names: by its name, its code, or a text that holds exactly one topic's words.
    pub fn named(&self, label: &str) -> Option<Uuid> {
        let wanted = keys(label);
        if wanted.is_empty() {
            return None;
        }
        let by_name =
            self.topics.iter().find(|topic| keys(&topic.name) == wanted || topic.code == label.trim());
        by_name.map(|topic| topic.id).or_else(|| self.recognise(label, "").first().copied())
    }

    /// Topics of a matter, most likely first: mostly one, two when the title names two. The title decides; the text
    /// does where the title says nothing.
    pub fn recognise(&self, title: &str, text: &str) -> Vec<Uuid> {
        let in_title = self.scores(title);
        let in_text = self.scores(text);
        let total = |place: usize| in_title[place] * TITLE_WEIGHT + in_text[place];
        let Some(best) = (0..self.topics.len())
            .filter(|&place| total(place) > 0)
            .max_by_key(|&place| (total(place), std::cmp::Reverse(place)))
        else {
            return Vec::new();
        };
        // A heading that names the wider topic leaves the narrower one to the text: `Lĩnh vực y tế: … thẻ bảo hiểm …`.
        let best = (0..self.topics.len())
            .filter(|&place| {
                self.topics[place].parent == Some(self.topics[best].id) && in_text[place] >= CLEAR
            })
            .max_by_key(|&place| (in_text[place], std::cmp::Reverse(place)))
            .unwrap_or(best);
        let mut topics = vec![self.topics[best].id];
        // A second topic only when the title names it about as plainly.
        let second = (0..self.topics.len())
            .filter(|&place| {
                place != best && in_title[place] * 4 >= in_title[best] * 3 && in_title[place] >= 4
            })
            .filter(|&place| !self.related(place, best))
            .max_by_key(|&place| (total(place), std::cmp::Reverse(place)));
        topics.extend(second.map(|place| self.topics[place].id));
        topics
    }

    /// How strongly each keyword list of `topics` speaks from a text; for giving sentences to matters.
    pub fn strength(&self, text: &str, topics: &[Uuid]) -> u32 {
        let scores = self.scores(text);
        self.topics
            .iter()
            .zip(scores)
            .filter(|(topic, _)| topics.contains(&topic.id))
            .map(|(_, score)| score)
            .sum()
    }

    fn related(&self, one: usize, other: usize) -> bool {
        let (one, other) = (&self.topics[one], &self.topics[other]);
        one.parent == Some(other.id) || other.parent == Some(one.id)
    }

    /// Square of the syllables of each keyword met: long keywords say more. The longest keyword at a place counts.
    fn scores(&self, text: &str) -> Vec<u32> {
        let words = keys(text);
        let mut scores = vec![0; self.topics.len()];
        let mut seen: HashMap<(usize, usize), u32> = HashMap::new();
        let mut at = 0;
        while at < words.len() {
            let mut longest = 0;
            let mut met: Vec<usize> = Vec::new();
            for (rest, place) in self.phrases.get(&words[at]).map_or(&[][..], Vec::as_slice) {
                let length = rest.len() + 1;
                if length >= longest && words[at + 1..].starts_with(rest) {
                    if length > longest {
                        longest = length;
                        met.clear();
                    }
                    met.push(*place);
                }
            }
            for place in met {
                let repeats = seen.entry((place, longest)).or_insert(0);
                *repeats += 1;
                if *repeats <= REPEATS {
                    scores[place] += (longest * longest) as u32;
                }
            }
            at += longest.max(1);
        }
        scores
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(id: Uuid) -> &'static str {
        SHIPPED.iter().find(|topic| topic.id() == id).map_or("", |topic| topic.code)
    }

    fn codes(title: &str, text: &str) -> Vec<&'static str> {
        TopicRecogniser::shipped().recognise(title, text).into_iter().map(code).collect()
    }

    #[test]
    fn the_tree_is_sound() {
        for (place, topic) in SHIPPED.iter().enumerate() {
            let parent = SHIPPED.iter().position(|other| other.code == topic.parent);
            assert!(topic.parent.is_empty() || parent.is_some_and(|parent| parent < place), "{}", topic.code);
            assert!(SHIPPED.iter().filter(|other| other.code == topic.code).count() == 1, "{}", topic.code);
            assert!(matches!(topic.area, "international" | "domestic" | "local"));
        }
    }

    #[test]
    fn titles_decide() {
        assert_eq!(codes("Về giá điện và hoá đơn tiền điện sinh hoạt", "đường, rác, trường"), ["dien"]);
        assert_eq!(codes("Về các thủ đoạn lừa đảo qua điện thoại và mạng xã hội", ""), ["lua_dao_mang"]);
        assert_eq!(codes("Về thủ tục giấy tờ sau khi sáp nhập xã", ""), ["sap_nhap"]);
        assert_eq!(codes("Về khám, chữa bệnh bằng thẻ bảo hiểm y tế", ""), ["bhyt"]);
        assert_eq!(codes("Tình hình xung đột Nga - Ukraine", ""), ["quoc_te"]);
        assert_eq!(codes("Việc mua sắm", ""), Vec::<&str>::new());
    }

    #[test]
    fn the_text_decides_where_the_title_is_silent() {
        assert_eq!(
            codes("Phản ánh của cử tri", "Gần một tháng nay xe thu gom rác không vào thôn"),
            ["moi_truong"]
        );
        assert_eq!(codes("", "Bà con gọi điện thoại hỏi"), Vec::<&str>::new());
    }

    #[test]
    fn labels_of_forms() {
        let topics = TopicRecogniser::shipped();
        for label in ["Điện", "điện", "dien"] {
            assert_eq!(topics.named(label).map(code), Some("dien"), "{label}");
        }
        assert_eq!(topics.named("Môi trường, rác thải").map(code), Some("moi_truong"));
        assert_eq!(topics.named("Lĩnh vực giao thông vận tải").map(code), Some("giao_thong"));
        assert_eq!(topics.named("Khác"), None);
    }
}
