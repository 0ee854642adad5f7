print("cxaudit")
