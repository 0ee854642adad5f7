import Audit
func readProject(at: String, jobs: Int) async -> (project: Project?, diagnostics: [Diagnostic]) { (nil, []) }
