# Mọi chữ trên màn hình. Mỗi thông báo thành một hàm của `Words` (build.rs): sai tên hoặc sai tham số thì không biên dịch.
# Năm và số văn bản truyền vào dưới dạng chữ; số truyền dưới dạng số được nhóm hàng nghìn.

### app
app-name = duluan

### screen
screen-nothing-here = Chưa có gì ở đây. F1: xem các phím

### key
key-name-space = Cách
key-up = lên
key-down = xuống
key-left = sang trái
key-right = sang phải
key-page-up = trang trước
key-page-down = trang sau
key-home = về đầu
key-end = về cuối
key-open = mở
key-back = quay lại
key-accept = chọn
key-cancel = thôi
key-confirm = đồng ý
key-close = đóng
key-mark = đánh dấu
key-next-pane = ô sau
key-previous-pane = ô trước
key-save = lưu
key-undo = hoàn tác
key-redo = làm lại
key-refresh = đọc lại
key-palette = mọi lệnh
key-help = trợ giúp
key-quit = thoát
key-search = tìm
key-include = tổng hợp
key-tab-roster = Cộng tác viên
key-tab-training = Bồi dưỡng
key-tab-inbox = Hộp báo cáo
key-tab-summary = Soạn tổng hợp
key-place-roster = Cộng tác viên
key-place-training = Bồi dưỡng, giao ban
key-place-inbox = Hộp báo cáo
key-place-summary = Soạn tổng hợp
key-place-search = Ô tìm
key-place-picker = Danh sách chọn
key-place-prompt = Ô nhập
key-place-confirm = Câu hỏi
key-place-reader = Trang đọc
key-place-help = Trợ giúp
key-place-palette = Mọi lệnh
key-place-form = Phiếu nhập
key-place-start = Bắt đầu

### help
help-up = Lên một dòng
help-down = Xuống một dòng
help-left = Sang trái, hoặc gập nhánh
help-right = Sang phải, hoặc mở nhánh
help-page-up = Lên một trang màn hình
help-page-down = Xuống một trang màn hình
help-home = Về dòng đầu
help-end = Về dòng cuối
help-open = Mở mục đang chọn
help-back = Đóng phần đang mở, không lưu thay đổi dở
help-accept = Nhận mục đang chọn hoặc nội dung đã gõ
help-cancel = Đóng lại, không thay đổi gì
help-confirm = Làm điều được hỏi
help-close = Đóng trang này
help-mark = Đánh dấu để làm cùng lúc nhiều mục
help-next-pane = Sang ô hoặc cột kế tiếp
help-previous-pane = Về ô hoặc cột trước
help-save = Lưu nội dung đang viết
help-undo = Hoàn tác việc vừa làm; trong ô nhập: lần gõ vừa rồi
help-redo = Làm lại việc vừa hoàn tác
help-refresh = Đọc lại từ tệp
help-palette = Tìm và chạy mọi lệnh theo tên, gõ không dấu cũng được
help-help = Xem các phím dùng được ở đây
help-quit = Thoát chương trình; mọi thay đổi đã ở trong tệp
help-search = Tìm theo từ, gõ không dấu cũng được
help-include = Đưa nội dung vào tổng hợp
help-tab = Chuyển sang thẻ này

### settings

### file
file-database = Tệp { $path } không dùng được: { $reason }. Dữ liệu chưa bị thay đổi. Thử lại; nếu vẫn lỗi, phục hồi bản sao lưu bằng: duluan restore { $path }
file-io = Không đọc hoặc ghi được tệp { $path }: { $reason }. Dữ liệu chưa bị thay đổi. Kiểm tra quyền và chỗ trống trên đĩa rồi thử lại.
file-busy = Tệp { $path } đang được một chương trình khác ghi. Chưa có gì bị thay đổi. Chờ một lát rồi thử lại.
file-full = Đĩa chứa tệp { $path } đã đầy. Chưa có gì bị thay đổi. Xóa bớt tệp khác rồi thử lại.
file-exists = Tệp { $path } đã có rồi và được giữ nguyên. Chọn tên khác.
file-missing = Không có tệp { $path }. Kiểm tra lại tên và thư mục.
file-not-an-office = Tệp { $path } không phải sổ tay duluan. Tệp được giữ nguyên. Kiểm tra lại tên tệp.
file-damaged = Tệp { $path } bị hỏng ({ $reason }). Tệp được giữ nguyên. Phục hồi bản sao lưu bằng: duluan restore { $path }
file-foreign = Tệp { $path } có thành phần lạ: { $object }. Vì an toàn, tệp không được mở và được giữ nguyên. Hỏi nơi gửi tệp, hoặc phục hồi bản sao lưu bằng: duluan restore { $path }
file-newer = Tệp { $path } do bản duluan mới hơn ghi (phiên bản { $version }), ở đây chỉ xem được. Chưa có gì bị thay đổi. Cài bản duluan mới để sửa.
file-read-only = Tệp { $path } chỉ đọc được, nên không ghi được thay đổi. Bỏ thuộc tính chỉ đọc hoặc chép tệp sang nơi ghi được.
file-no-such-row = Trong tệp { $path } không có { $what }. Chưa có gì bị thay đổi. Kiểm tra lại mã.
file-refused = Tệp { $path } từ chối thay đổi này: { $reason }. Chưa có gì bị thay đổi.

### action

### import

### roster

### training

### inbox
inbox-triage-new = mới
inbox-triage-included = đưa vào tổng hợp
inbox-triage-waiting = chờ bổ sung
inbox-triage-filed = lưu hồ sơ
inbox-triage-duplicate = trùng
inbox-urgency-normal = thường
inbox-urgency-urgent = khẩn
inbox-urgency-very = thượng khẩn
inbox-urgency-flash = hỏa tốc
inbox-verification-unverified = chưa xác minh
inbox-verification-checking = đang xác minh
inbox-verification-true = đã xác minh: đúng
inbox-verification-false = đã xác minh: sai
inbox-verification-unverifiable = không thể xác minh
inbox-band-unknown = chưa xác định
inbox-band-few = có ý kiến
inbox-band-some = một số ý kiến
inbox-band-many = nhiều ý kiến
inbox-band-majority = đa số
inbox-band-overwhelming = tuyệt đại đa số
inbox-tendency-unclear = chưa rõ
inbox-tendency-agree = đồng tình
inbox-tendency-disagree = không đồng tình
inbox-tendency-worry = băn khoăn
inbox-tendency-wish = kiến nghị
inbox-intensity-light = nhẹ
inbox-intensity-medium = vừa
inbox-intensity-harsh = gay gắt
inbox-kind-feedback = phản ánh
inbox-kind-periodic = báo cáo định kỳ
inbox-kind-quick = báo cáo nhanh
inbox-kind-thematic = báo cáo chuyên đề
inbox-kind-ad-hoc = báo cáo đột xuất
inbox-kind-mail = phản ánh qua thư điện tử
inbox-kind-nothing = không phát sinh
inbox-channel-direct = gặp trực tiếp
inbox-channel-meeting = hội họp
inbox-channel-phone = điện thoại
inbox-channel-questionnaire = phiếu hỏi
inbox-channel-letter = đơn thư
inbox-channel-press = báo chí
inbox-channel-social = mạng xã hội
inbox-channel-mail = thư điện tử
inbox-channel-report = báo cáo văn bản
inbox-period-week = tuần
inbox-period-month = tháng
inbox-period-quarter = quý
inbox-period-half-year = 6 tháng
inbox-period-year = năm
inbox-period-ad-hoc = đột xuất
inbox-grade-watch = theo dõi
inbox-grade-salient = nổi cộm
inbox-grade-risk = nguy cơ thành điểm nóng
inbox-grade-hot-spot = điểm nóng
inbox-column-number = Số đến
inbox-column-received = Ngày nhận
inbox-column-unit = Đơn vị
inbox-column-submitter = Người gửi
inbox-column-title = Tiêu đề
inbox-column-topics = Chủ đề
inbox-column-triage = Xử lý
inbox-column-reason = Lý do
inbox-column-urgency = Độ khẩn
inbox-column-rumour = Tin đồn
inbox-column-issue = Vấn đề
inbox-column-place = Nơi xảy ra
inbox-column-body = Nội dung
inbox-column-streams = Luồng ý kiến
inbox-column-forecast = Dự báo
inbox-column-recommendation = Kiến nghị
inbox-column-kind = Loại
inbox-column-channel = Kênh
inbox-column-period = Kỳ
inbox-column-document = Số văn bản
inbox-column-document-date = Ngày văn bản
inbox-column-items = Số nội dung
inbox-column-day = Ngày
key-wait = bổ sung
key-file = lưu hồ sơ
key-duplicate = gộp trùng
key-issue = vấn đề
key-topic = chủ đề
key-verify = xác minh
key-reopen = trả về mới
key-mark-all = đánh dấu hết
key-filter = lọc
key-views = khung nhìn
key-read = đọc
key-scroll-down = cuộn xuống
key-scroll-up = cuộn lên
key-intake = nhập
key-reply = phản hồi
key-split = tách
key-place-filter = Ô lọc
key-place-menu = Danh sách đánh số
help-wait = Chờ cộng tác viên bổ sung
help-file = Lưu hồ sơ, có lý do
help-duplicate = Gộp vào nội dung khác cùng một việc
help-issue = Đưa vào một vấn đề đang theo dõi, hoặc mở vấn đề mới
help-topic = Gắn hoặc bỏ chủ đề
help-verify = Đánh dấu tin đồn và kết quả xác minh
help-reopen = Trả về trạng thái mới
help-mark-all = Đánh dấu mọi nội dung đang xem, lần nữa để bỏ
help-filter = Viết bộ lọc, ví dụ: tt:mới đv:"Lộc An" từ:01/10
help-views = Chọn khung nhìn; phím trái, phải đổi lần lượt
help-read = Đọc cả báo cáo
help-scroll-down = Cuộn phần xem trước xuống
help-scroll-up = Cuộn phần xem trước lên
help-intake = Nhập báo cáo từ tệp
help-reply = Phản hồi, định hướng
help-split = Tách một nội dung thành nhiều

### summary

### demo

### cli
cli-rows = { $n } dòng
cli-no-file = Không tìm thấy tệp { $path }. Kiểm tra lại tên tệp, hoặc tạo sổ minh họa bằng: duluan demo { $path }
cli-nothing-found = Không có kết quả.
cli-output-failed = Không ghi được kết quả ra: { $reason }
cli-about = Sổ cộng tác viên dư luận xã hội: danh sách, bồi dưỡng, hộp báo cáo và soạn tổng hợp trong một tệp
cli-no-command = Chưa nêu tệp sổ. Ví dụ: duluan so-tay.duluan
cli-usage = Cách dùng
cli-commands = Lệnh
cli-options = Tùy chọn
cli-arguments = Đối số
cli-more = Xem duluan --help
cli-wrong-use = Lệnh chưa đúng: { $what }
cli-unknown-argument = không hiểu "{ $argument }"
cli-unknown-command = không có lệnh nào tên như vậy, hoặc tệp sổ đứng trước tên lệnh
cli-missing-argument = thiếu { $argument }
cli-bad-value = giá trị "{ $value }" không hợp với { $argument }; được dùng: { $allowed }
cli-bad-value-free = giá trị "{ $value }" không hợp với { $argument }
cli-help-help = In trợ giúp này
cli-help-version = In số phiên bản
cli-help-lang = Ngôn ngữ: vi hoặc en
help-cli-backup = Sao lưu tệp sổ
help-cli-backup-to = Nơi để bản sao; không ghi thì để trong thư mục dữ liệu của bạn
help-cli-check = Kiểm tra tệp sổ
help-cli-check-rebuild-index = Dựng lại chỉ mục tìm kiếm
help-cli-demo = Tạo một cơ quan minh họa, mọi dữ liệu đều bịa
help-cli-demo-reports = Số báo cáo
help-cli-demo-collaborators = Số cộng tác viên
help-cli-demo-seed = Cùng số thì cùng nội dung
help-cli-demo-open = Mở ngay sau khi tạo
help-cli-erase = Xóa vĩnh viễn một bản ghi hoặc một ô; không hoàn tác được
help-cli-erase-id = Mã bản ghi
help-cli-erase-field = Tên trường; không ghi thì xóa mọi chữ của bản ghi
help-cli-erase-reason = Lý do, được giữ lại
help-cli-erase-yes = Không hỏi lại
help-cli-export = Xuất danh sách, báo cáo, nội dung hoặc lịch bồi dưỡng
help-cli-export-what = Xuất gì: roster, reports, items hoặc training
help-cli-export-out = Tệp ghi ra; đuôi tệp quyết định định dạng
help-cli-find = Tra cộng tác viên, gần đúng nhất trước
help-cli-find-words = Chữ cần tìm: tên, đơn vị, chức vụ, số điện thoại; không cần dấu
help-cli-history = Ai đã sửa gì, khi nào
help-cli-history-id = Mã bản ghi; không ghi thì xem tất cả
help-cli-import = Nhập danh sách, báo cáo từ tệp hoặc cả thư mục
help-cli-import-file = Tệp sổ; được tạo nếu chưa có
help-cli-import-sources = Tệp và thư mục cần nhập
help-cli-import-kind = Loại nội dung, khi không muốn tự nhận biết: roster, reports, attendees, class
help-cli-import-encoding = Bảng mã chữ, khi không muốn tự nhận biết
help-cli-import-dry-run = Chỉ cho biết sẽ tạo gì, không ghi
help-cli-info = Thông tin về tệp sổ
help-cli-items = Nội dung phản ánh, mới nhất trước
help-cli-items-filter = Bộ lọc, ví dụ: tt:mới từ:01/10 giá điện
help-cli-items-limit = Nhiều nhất bao nhiêu dòng
help-cli-merge = Gộp các bản sao của sổ, không mất dữ liệu
help-cli-merge-file = Tệp sổ; được tạo nếu chưa có
help-cli-merge-others = Các tệp cần gộp vào
help-cli-merge-dry-run = Chỉ cho biết sẽ có gì, không ghi
help-cli-reports = Báo cáo nhận được, mới nhất trước
help-cli-reports-filter = Bộ lọc, ví dụ: đv:"Lộc An" từ:01/10
help-cli-reports-limit = Nhiều nhất bao nhiêu dòng
help-cli-restore = Liệt kê hoặc phục hồi bản sao lưu
help-cli-restore-backup = Bản sao lưu cần phục hồi; không ghi thì liệt kê
help-cli-summary = Soạn báo cáo tổng hợp của một kỳ
help-cli-summary-period = Kỳ: 2026-10, 2026-Q3, 2026-H1, 2026, 2026-W41, 2026-11-12..2026-11-18
help-cli-summary-out = Tệp ghi ra: .docx, .md hoặc .txt
help-cli-training = Lớp bồi dưỡng và hội nghị giao ban
cli-help-json = In một tài liệu JSON
cli-help-file = Tệp sổ của cơ quan
