# SPDX-License-Identifier: GPL-3.0-or-later
# The Debian packages (cpack -G DEB; installer/package.sh). What a library needs is found by dpkg-shlibdeps; what is
# loaded by name at run time (plugins of Qt, fonts) is named here.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME onewindow)
set(CPACK_PACKAGE_VENDOR OneWindow)
set(CPACK_PACKAGE_CONTACT "OneWindow maintainers <onewindow@onewindow.invalid>")
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_STRIP_FILES ON)
# Through DESTDIR, because the packages have files in /etc and /lib as well as in /usr.
set(CPACK_SET_DESTDIR ON)
set(CPACK_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_COMPONENTS_ALL client camera center)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)

set(CPACK_DEBIAN_CLIENT_PACKAGE_NAME onewindow)
set(CPACK_DEBIAN_CLIENT_DESCRIPTION "service-hall window: intake, checks and papers of applications
OneWindow is what a clerk of a government service hall works with: every
application is taken at one window, checked against the guide of its item,
answered as the law wants, and its paper handed out. It works the whole day
without a network; what was recorded is neither lost nor changed.
.
This package has the window (onewindow), the same use cases for scripts
(onewindow-ctl), and the helper processes that decode files, drive scanners
and read cards apart from them.")
# Sign-in and papers cannot be painted without the fonts; the ledger cannot be opened without the database plugin.
set(CPACK_DEBIAN_CLIENT_PACKAGE_DEPENDS "fonts-noto-cjk, hicolor-icon-theme, libqt6sql6-sqlite")
set(CPACK_DEBIAN_CLIENT_PACKAGE_RECOMMENDS
    "cups, fcitx5-chinese-addons | ibus-libpinyin, fcitx5-frontend-qt6 | ibus, qt6-wayland, sane-airscan")
set(CPACK_DEBIAN_CLIENT_PACKAGE_SUGGESTS "onewindow-camera")

set(CPACK_DEBIAN_CAMERA_PACKAGE_NAME onewindow-camera)
set(CPACK_DEBIAN_CAMERA_DESCRIPTION "service-hall window: document cameras
OneWindow takes pages from scanners and files by itself. This package adds
document cameras (高拍仪) to it, which need the codecs of Qt Multimedia.")
set(CPACK_DEBIAN_CAMERA_PACKAGE_DEPENDS "onewindow (= ${PROJECT_VERSION})")
set(CPACK_DEBIAN_CAMERA_PACKAGE_ENHANCES "onewindow")

set(CPACK_DEBIAN_CENTER_PACKAGE_NAME onewindow-center)
set(CPACK_DEBIAN_CENTER_DESCRIPTION "centre that the windows of service halls sync to
The windows of OneWindow work without a network and send what they recorded
to a centre, which checks it, orders it, keeps it sealed, and answers the
public's question about progress.
.
This package has the centre (onewindow-center) with its systemd service. The
service is neither enabled nor started before the operator has made the keys
of the centre; /usr/share/doc/onewindow-center/operations.md says how.")
set(CPACK_DEBIAN_CENTER_PACKAGE_SECTION net)
set(CPACK_DEBIAN_CENTER_PACKAGE_DEPENDS
    "init-system-helpers (>= 1.54~), libqt6sql6-psql, libqt6sql6-sqlite, systemd | systemd-standalone-sysusers, systemd | systemd-standalone-tmpfiles")
set(CPACK_DEBIAN_CENTER_PACKAGE_SUGGESTS "nginx-light | nginx, postgresql")
set(CPACK_DEBIAN_CENTER_PACKAGE_CONTROL_EXTRA
    ${CMAKE_CURRENT_SOURCE_DIR}/debian/conffiles
    ${CMAKE_CURRENT_SOURCE_DIR}/debian/postinst
    ${CMAKE_CURRENT_SOURCE_DIR}/debian/prerm
    ${CMAKE_CURRENT_SOURCE_DIR}/debian/postrm)
include(CPack)
