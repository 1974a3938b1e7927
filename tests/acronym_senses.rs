//! What forms stand for in context, and where they are to be left alone.

#![allow(clippy::expect_used, clippy::unwrap_used)]

use vanban::Analyzer;

/// The expansion of the first occurrence of a form in a text; `None` where it is left alone or not seen.
fn reading(text: &str, form: &str) -> Option<String> {
    let vb = Analyzer::new();
    let found = vb.read(text).acronyms();
    let bare = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    found.into_iter().find(|a| bare(&a.form) == bare(form)).and_then(|a| a.expansion)
}

fn check(cases: &[(&str, &str, &[&str])]) {
    let mut wrong = Vec::new();
    for (text, form, accepted) in cases {
        let read = reading(text, form).unwrap_or_default().to_lowercase();
        let fits = accepted.iter().any(|a| read == a.to_lowercase());
        if !fits {
            wrong.push(format!("{form} in {text:?}: {read:?}, wanted {accepted:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Left alone.
const NULL: &[&str] = &[""];

#[test]
fn forms_of_industry_and_trade() {
    check(&[
        ("Cục Công Thương địa phương (CTĐP) vừa họp. Theo Cục CTĐP, kết quả tốt.", "CTĐP", &["Công Thương địa phương"]),
        ("Hội chợ hàng CNNT 2017 khai mạc sáng nay.", "CNNT", &["công nghiệp nông thôn"]),
        ("Bình chọn sản phẩm CNNT tiêu biểu cấp quốc gia.", "CNNT", &["công nghiệp nông thôn"]),
        ("Tỉnh có 12 CCN đã đi vào hoạt động.", "CCN", &["cụm công nghiệp"]),
        ("Xử lý ô nhiễm tại các CCN…", "CCN", &["cụm công nghiệp"]),
        ("Các Trung tâm KC phải bồi dưỡng cho đội ngũ làm công tác KC ở cấp tỉnh.", "KC", &["khuyến công"]),
        ("Kinh phí khuyến công (KC) quốc gia. Kế hoạch KC năm 2018 đã duyệt.", "KC", &["khuyến công"]),
        (
            "Phát triển CN – TTCN, làng nghề trên địa bàn.",
            "CN-TTCN",
            &["công nghiệp - tiểu thủ công nghiệp", "công nghiệp, tiểu thủ công nghiệp"],
        ),
        (
            "Phát triển CN - TTCN và thương mại.",
            "CN-TTCN",
            &["công nghiệp - tiểu thủ công nghiệp", "công nghiệp, tiểu thủ công nghiệp"],
        ),
        (
            "Phát triển CN-TTCN và thương mại.",
            "CN-TTCN",
            &["công nghiệp - tiểu thủ công nghiệp", "công nghiệp, tiểu thủ công nghiệp"],
        ),
        ("Giá trị sản xuất TTCN của huyện tăng 8%, làng nghề phát triển.", "TTCN", &["tiểu thủ công nghiệp"]),
        ("Hỗ trợ các DN nhỏ và vừa vay vốn.", "DN", &["doanh nghiệp"]),
        ("Nâng cao năng lực quản lý DN; hỗ trợ xử lý nước thải.", "DN", &["doanh nghiệp"]),
        ("Đẩy mạnh CNH nông thôn.", "CNH", &["công nghiệp hóa"]),
        ("Phát triển KT-XH của tỉnh.", "KT-XH", &["kinh tế - xã hội"]),
    ]);
}

#[test]
fn the_same_forms_where_they_are_something_else() {
    check(&[
        // CTĐP, CNNT: nothing but a code, a plate, initials.
        ("Chiếc xe mang ký hiệu CTĐP-05 được bán.", "CTĐP", NULL),
        ("Biển số 29CTĐP 123 không hợp lệ.", "CTĐP", NULL),
        ("Ảnh: CTĐP", "CTĐP", &["", "công thương địa phương"]),
        ("Máy bơm CNNT-300 nhập từ Đức.", "CNNT", NULL),
        ("Giống lúa CNNT-12 cho năng suất cao.", "CNNT", NULL),
        ("Chủ nghĩa nhân thế (CNNT) là gì?", "CNNT", &["chủ nghĩa nhân thế"]),
        // CCN: a sense of its own.
        ("Diện tích trồng CCN như cà phê, cao su, hồ tiêu đạt 5.000 ha.", "CCN", &["cây công nghiệp"]),
        ("Chi cục Nông nghiệp (CCN) vừa thành lập.", "CCN", &["chi cục nông nghiệp"]),
        ("Kênh truyền hình mang mã CCN-7 phát thử.", "CCN", NULL),
        // KC: a plan, a tanker, tickers.
        ("Máy bay tiếp dầu KC-135 của Mỹ hạ cánh khẩn cấp.", "KC", NULL),
        ("Tên lửa thuộc kế hoạch KC của quân đội Hàn Quốc.", "KC", NULL),
        ("Đội Kansas City (KC Royals) thắng trận.", "KC", NULL),
        // TTCN: football, an addict centre, a wallet of taxes.
        ("Cầu thủ này sẽ rời CLB khi TTCN mùa hè mở cửa.", "TTCN", &["thị trường chuyển nhượng", ""]),
        ("Sau kỳ TTCN mùa đông, HLV có thêm hai tiền đạo cho đội bóng.", "TTCN", &["thị trường chuyển nhượng", ""]),
        ("Đối tượng được đưa vào trung tâm cai nghiện (TTCN) của thành phố.", "TTCN", &["trung tâm cai nghiện"]),
        // DN: a city, a pipe, a model.
        ("Đường ống DN 100 bằng gang được lắp đặt.", "DN", NULL),
        ("Cảng Tiên Sa (DN-02) đón tàu.", "DN", NULL),
        ("Đà Nẵng (DN) là thành phố đáng sống.", "DN", &["Đà Nẵng"]),
    ]);
}

#[test]
fn senses_by_the_field_of_the_text() {
    check(&[
        ("BTC cuộc thi Hoa hậu Việt Nam công bố danh sách thí sinh.", "BTC", &["ban tổ chức"]),
        ("BTC giải đấu đã xin lỗi cổ động viên.", "BTC", &["ban tổ chức"]),
        ("Thông tư của BTC về thuế thu nhập cá nhân có hiệu lực.", "BTC", &["Bộ Tài chính"]),
        ("Trận đấu diễn ra lúc 19h, CN 12/5 trên sân Mỹ Đình.", "CN", &["chủ nhật", ""]),
        ("Lịch khám: từ thứ hai đến CN, 24/11.", "CN", &["chủ nhật", ""]),
        (
            "Đồng nhân dân tệ ở nước ngoài (CNH) giảm giá so với USD.",
            "CNH",
            &["", "đồng nhân dân tệ ở nước ngoài", "nhân dân tệ ở nước ngoài"],
        ),
        ("Tỷ giá USD/CNH trên thị trường ngoại hối tăng 0,3%.", "CNH", NULL),
        ("Gọi ĐT: (024) 3846 3673 để đăng ký.", "ĐT", &["điện thoại"]),
        ("ĐT Việt Nam gặp Thái Lan ở vòng loại World Cup.", "ĐT", &["đội tuyển"]),
        ("Theo Sở GD-ĐT Hà Nội, kỳ thi diễn ra vào tháng 6.", "GD-ĐT", &["giáo dục và đào tạo", "giáo dục - đào tạo"]),
        ("Thí sinh được đăng ký NV vào nhiều trường đại học.", "NV", &["nguyện vọng"]),
        ("Trường ĐH KHXH&NV tuyển sinh.", "KHXH&NV", &["khoa học xã hội và nhân văn", "khoa học xã hội nhân văn"]),
        ("Tai nạn trên QL 1A đoạn qua Bình Thuận.", "QL", &["quốc lộ"]),
        ("Công tác QL nhà nước về đất đai.", "QL", &["quản lý"]),
        ("Công ty CP Sữa Việt Nam công bố báo cáo.", "CP", &["cổ phần"]),
    ]);
}

#[test]
fn capitals_that_are_no_acronyms() {
    check(&[
        ("Ảnh: TỰ TRUNG", "TỰ", NULL),
        ("Phiên bản XXI của hội nghị, quý IV.", "XXI", NULL),
        ("Cổ phiếu SKG (mã CK: SKG) tăng trần.", "SKG", NULL),
        ("Tin đăng lúc 09:38 GMT+7.", "GMT", NULL),
        ("Chiếc CH-5 được trưng bày.", "CH", NULL),
        ("Biển số 51F-123.45 bị tạm giữ.", "F", NULL),
        ("Cô giáo H. đã bị kỷ luật.", "H", NULL),
        ("BC Holdings là một công ty mới.", "BC", NULL),
    ]);
}

#[test]
fn definitions_in_the_text() {
    check(&[
        ("Bộ Giáo dục và Đào tạo (GD-ĐT) ban hành quy chế.", "GD-ĐT", &["giáo dục và đào tạo"]),
        ("Tổ chức Thương mại Thế giới (WTO) họp.", "WTO", &["Tổ chức Thương mại Thế giới"]),
        ("CSGT (cảnh sát giao thông) có mặt.", "CSGT", &["cảnh sát giao thông"]),
        (
            "Quỹ hỗ trợ phát triển làng nghề, sau đây gọi tắt là QHTLN, được lập.",
            "QHTLN",
            &["Quỹ hỗ trợ phát triển làng nghề"],
        ),
        ("Doanh nghiệp xã hội (sau đây viết tắt là DNXH) được ưu đãi.", "DNXH", &["doanh nghiệp xã hội"]),
        ("Hợp tác công tư (ký hiệu là HTCT) phát triển.", "HTCT", &["hợp tác công tư"]),
        (
            "Các TTKNKN quá tải. Trung tâm khuyến nông khuyến ngư (TTKNKN) cần thêm người.",
            "TTKNKN",
            &["trung tâm khuyến nông khuyến ngư"],
        ),
        ("Quỹ Tiền tệ Quốc tế (International Monetary Fund - IMF) dự báo.", "IMF", &["Quỹ Tiền tệ Quốc tế"]),
        ("Sở Tài nguyên - Môi trường TP.HCM (TN-MT) báo cáo.", "TN-MT", &["tài nguyên - môi trường"]),
        ("Nhà máy dùng linear ankyl benzen (LAB) làm nguyên liệu.", "LAB", &["linear ankyl benzen"]),
    ]);
}

#[test]
fn a_joined_definition_defines_the_whole_and_its_parts() {
    let text =
        "Lĩnh vực: Công nghiệp, tiểu thủ công nghiệp (CN-TTCN). Ngành CN tăng. Sản phẩm TTCN đẹp. Cả CN – TTCN tốt.";
    let vb = Analyzer::new();
    let doc = vb.read(text);
    let found: Vec<(String, String)> =
        doc.acronyms().into_iter().map(|a| (a.form, a.expansion.unwrap_or_default().to_lowercase())).collect();
    let wanted = [
        ("CN-TTCN", "công nghiệp, tiểu thủ công nghiệp"),
        ("CN", "công nghiệp"),
        ("TTCN", "tiểu thủ công nghiệp"),
        ("CN-TTCN", "công nghiệp, tiểu thủ công nghiệp"),
    ];
    let wanted: Vec<(String, String)> = wanted.iter().map(|(f, e)| (f.to_string(), e.to_string())).collect();
    assert_eq!(found, wanted);
    let definition = doc.acronyms()[1].definition.map(|d| d.of(text).to_string());
    assert_eq!(definition.as_deref(), Some("Công nghiệp"));
}

#[test]
fn a_later_definition_holds_from_there_on() {
    let text = "Chi nhánh (CN) mở cửa. Một CN đông khách. Nay công nghệ (CN) mới lên ngôi. CN này tốt.";
    let found: Vec<String> = Analyzer::new()
        .read(text)
        .acronyms()
        .into_iter()
        .filter_map(|a| a.expansion)
        .map(|e| e.to_lowercase())
        .collect();
    assert_eq!(found, ["chi nhánh", "chi nhánh", "công nghệ", "công nghệ"]);
}

#[test]
fn parts_of_document_numbers_are_explained() {
    let text = "Theo Quyết định số 3768/QĐ-BCT và Nghị quyết 29-NQ/TW, không đổi.";
    let found: Vec<(String, bool, String)> = Analyzer::new()
        .read(text)
        .acronyms()
        .into_iter()
        .map(|a| (a.form, a.in_citation, a.expansion.unwrap_or_default()))
        .collect();
    let wanted = [("QĐ", "Quyết định"), ("BCT", "Bộ Công Thương"), ("NQ", "Nghị quyết"), ("TW", "Trung ương")];
    assert_eq!(found, wanted.map(|(f, e)| (f.to_string(), true, e.to_string())));
}

#[test]
fn the_callers_dictionaries_win() {
    let own = "DN\tđơn nguyên\nCCN\t\nCTKC\tchương trình khuyến công\n";
    let vb = Analyzer::builder().dictionary(own.as_bytes()).unwrap().build();
    let doc = vb.read("Có 3 DN, 5 CCN và CTKC. Cụm công nghiệp (CCN) là gì?");
    let found: Vec<Option<String>> = doc.acronyms().into_iter().map(|a| a.expansion).collect();
    let some = |s: &str| Some(s.to_string());
    assert_eq!(found, [some("đơn nguyên"), None, some("chương trình khuyến công"), None]);
}

#[test]
fn spellings_of_one_form() {
    for form in ["TP.HCM", "TP. HCM", "TP HCM", "TPHCM"] {
        let text = format!("Ông sống ở {form} từ lâu.");
        assert_eq!(reading(&text, form).as_deref(), Some("Thành phố Hồ Chí Minh"), "{form}");
    }
    for form in ["NN&PTNT", "NN-PTNT", "NN & PTNT", "NN – PTNT"] {
        let text = format!("Sở {form} tỉnh báo cáo.");
        let read = reading(&text, form).unwrap_or_default().to_lowercase();
        assert!(read.starts_with("nông nghiệp") && read.ends_with("phát triển nông thôn"), "{form}: {read}");
    }
    // Eth for Đ, as old keyboards type it.
    assert!(reading("Sở GD-\u{D0}T họp.", "GD-ĐT").is_some());
    let decomposed: String =
        unicode_normalization::UnicodeNormalization::nfd("Bộ Công Thương có 2 DN nhỏ và vừa.").collect();
    let vb = Analyzer::new();
    let doc = vb.read(&decomposed);
    let dn = doc.acronyms().into_iter().find(|a| a.form == "DN").unwrap();
    assert_eq!(dn.span.of(&decomposed), "DN");
}

#[test]
fn a_number_or_a_holder_beside_a_form_decides() {
    check(&[
        ("TS Tùng khuyên các thí sinh bình tĩnh.", "TS", &["tiến sĩ"]),
        ("Ngành thủy sản họp; TS Nguyễn An nói về thủy sản.", "TS", &["tiến sĩ"]),
        ("Theo TS toán học Lê Văn Bảy, thí sinh nên đọc kỹ đề.", "TS", &["tiến sĩ"]),
        ("Dự án đầu tư nâng cấp đường ĐT 715 đã được duyệt.", "ĐT", &["đường tỉnh"]),
        ("Xe chạy trên đường ĐH 37 qua trường đại học.", "ĐH", &["đường huyện"]),
        ("Liên hệ ĐT 0912345678 để đặt vé.", "ĐT", &["điện thoại"]),
        ("Thang máy chung cư CT 7 hỏng, chủ tịch phường đến xem.", "CT", NULL),
        ("Chuyến bay VN 512 hạ cánh muộn.", "VN", NULL),
        ("Phóng viên mang số thẻ TP 20816.", "TP", NULL),
        ("Giá Bitcoin lên 95.000 USD/BTC trong đêm.", "BTC", NULL),
        ("Em dự thi TOEFL PBT năm ngoái.", "PBT", NULL),
        ("Bến nhận tàu 40.000 GT nhờ giao thông thủy thuận lợi.", "GT", NULL),
        ("Radar AN/APG-83 của Mỹ, an ninh khu vực.", "AN", NULL),
        ("Chị bán hàng ở P. Long Trường.", "P.", &["phường"]),
        ("Ảnh: TTX Việt Nam.", "TTX", &["thông tấn xã"]),
        ("Ngân hàng tuyển người cho các khối tại TSC và chi nhánh.", "TSC", &["trụ sở chính"]),
    ]);
}
