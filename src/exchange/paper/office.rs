//! The office that issues a paper, as all its papers name it.

use super::Signature;
use crate::text;

/// The office as its papers name it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfficeHead {
    /// Issuing body.
    pub name: String,
    /// The body above it.
    pub superior: String,
    /// Place before the date.
    pub place: String,
    /// Body code in document numbers.
    pub document_code: String,
    /// Document layout.
    pub profile: String,
    /// Everything in the file is invented.
    pub demonstration: bool,
}

/// Mark on papers of an invented office.
const DEMONSTRATION: &str = "DỮ LIỆU MINH HỌA";

impl OfficeHead {
    /// The mark on every page: empty on real papers.
    pub fn mark(&self) -> &'static str {
        if self.demonstration { DEMONSTRATION } else { "" }
    }

    /// The signature block a body of this name usually has; the name of the signer is left to be written in.
    pub fn usual_signature(&self) -> Signature {
        let party = self.profile != "nha-nuoc";
        let name = text::fold(&self.name);
        let (authority, post) = if name.starts_with("ban ") {
            // An advisory board: its head signs directly.
            ("", "TRƯỞNG BAN")
        } else if !party {
            ("", "THỦ TRƯỞNG ĐƠN VỊ")
        } else if ["dang uy", "tinh uy", "thanh uy", "huyen uy"].iter().any(|body| name.starts_with(body)) {
            ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ")
        } else {
            ("", "THỦ TRƯỞNG CƠ QUAN")
        };
        Signature { authority: authority.to_owned(), post: post.to_owned(), name: String::new() }
    }
}
