#pragma once

#include <ctime>
#include <string>
#include <vector>

// A vector of a manifest, as far as Intel's library can use it: certificates as PEM, lists as PEM or hexadecimal.
struct Vector {
    std::string id;
    std::string quote;
    std::string root;
    std::string signerChain;
    std::string rootCrl;
    std::string pckCrl;
    std::string tcbInfo;
    std::string qeIdentity;
    std::time_t at = 0;
};

// Reads the vectors of a manifest, whose file names count from the folder above its own. What a vector lacks is empty.
std::vector<Vector> readManifest(const std::string& name);
