// The sentence for each problem: what happened, and what to do next.
import { msg, str } from "@lit/localize";
import { Problem } from "./client.js";

const SENTENCES: Record<string, (problem: Problem) => string> = {
  offline: () => msg("Không liên lạc được với trung tâm. Hãy kiểm tra mạng rồi thử lại."),
  "login-failed": () => msg("Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra rồi nhập lại."),
  "login-required": () => msg("Phiên làm việc đã hết. Hãy đăng nhập lại."),
  "setup-code": () =>
    msg("Mã thiết lập không đúng, hoặc trung tâm đã được thiết lập. Hãy chép lại mã mà máy chủ in ra khi khởi động."),
  forbidden: () => msg("Tài khoản của bạn không có quyền làm việc này. Hãy nhờ quản trị viên."),
  "cross-site": () => msg("Yêu cầu không đến từ trang này nên bị từ chối. Hãy tải lại trang."),
  "not-yours": () => msg("Không tìm thấy. Có thể mục này đã bị xoá."),
  "not-found": () => msg("Không tìm thấy. Có thể mục này đã bị xoá."),
  conflict: () => msg("Việc này đã được làm rồi, hoặc vừa có người khác thay đổi. Hãy tải lại trang."),
  gone: () => msg("Hộ tham gia đã rút lại sự đồng ý, dữ liệu đã được xoá khỏi trung tâm."),
  "consent-withdrawn": () => msg("Hộ tham gia đã rút lại sự đồng ý, dữ liệu đã được xoá khỏi trung tâm."),
  "consent-missing": () => msg("Không có sự đồng ý nào cho phép xem mục này."),
  "too-large": () => msg("Nội dung gửi lên quá lớn. Hãy rút ngắn rồi gửi lại."),
  validation: (problem) =>
    problem.pointers.includes("/password")
      ? msg("Mật khẩu chưa đạt. Hãy đặt mật khẩu khác, ít nhất 12 ký tự.")
      : msg("Có ô điền chưa đúng. Hãy xem lại các ô rồi gửi lại."),
  quota: (problem) =>
    problem.retryAfterS
      ? msg(str`Thử quá nhiều lần. Hãy đợi ${Math.ceil(problem.retryAfterS)} giây rồi thử lại.`)
      : msg("Thử quá nhiều lần. Hãy đợi vài phút rồi thử lại."),
  internal: () => msg("Trung tâm gặp lỗi và đã ghi lại. Hãy thử lại; nếu vẫn lỗi, báo quản trị viên."),
  overloaded: () => msg("Trung tâm đang quá tải. Hãy thử lại sau ít phút."),
};

const BY_STATUS: Record<number, string> = {
  401: "login-required",
  403: "forbidden",
  404: "not-found",
  409: "conflict",
  410: "gone",
  413: "too-large",
  422: "validation",
  429: "quota",
  500: "internal",
  503: "overloaded",
};

/** What to tell the person in front of the screen. */
export function sentence(error: unknown): string {
  if (!(error instanceof Problem)) return msg("Trang gặp lỗi. Hãy tải lại trang.");
  const say = SENTENCES[error.kind] ?? SENTENCES[BY_STATUS[error.status] ?? ""];
  return say?.(error) ?? msg(str`Trung tâm trả lời lỗi ${error.status}. Hãy thử lại; nếu vẫn lỗi, báo quản trị viên.`);
}

/** The problem types that have a sentence of their own, for the tests. */
export const KNOWN_PROBLEMS: readonly string[] = Object.keys(SENTENCES);
